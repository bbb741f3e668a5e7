#pragma once
// The real lisa_server as a process of its own: its command line, and what survives its death.
#include <sys/types.h>

#include <string>
#include <vector>

namespace lisa::test {

/// Path of the lisa_server that was built with these tests: LISA_SERVER, or the one beside them.
std::string server_program();

class Process {
public:
    /// Starts lisa_server with these words; standard output and error go to one pipe.
    explicit Process(const std::vector<std::string>& words);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    /// Reads output until the text comes; the output so far.
    std::string output_until(const std::string& text, int wait_ms = 20'000);
    void signal(int number) const;
    /// Waits for its end; the exit code, or 128 and the signal.
    int wait();
    const std::string& output() const { return m_output; }

private:
    bool read_more(int wait_ms);
    pid_t m_pid = -1;
    int m_pipe = -1;
    std::string m_output;
};

/// Runs to the end; exit code and everything said.
struct Ran {
    int code = 0;
    std::string said{};
};
Ran run(const std::vector<std::string>& words);

}  // namespace lisa::test
