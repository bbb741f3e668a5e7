#pragma once
// A server as a process of its own, so that its memory and its threads are not mixed with those of who measures it.
#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace lisa::bench {

class Child {
public:
    /// Starts a program; what it complains of goes nowhere.
    Child(const std::string& program, const std::vector<std::string>& words);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    /// Asks it to end, and sees to it that it does.
    ~Child();

    /// The port behind the last colon of the first line that has one; 0 if the program ends without.
    int port();
    /// A line of /proc/PID/status in bytes, such as "VmHWM" (the most memory it ever held) or "VmRSS".
    std::int64_t memory(const std::string& name) const;

private:
    pid_t m_pid = -1;
    int m_pipe = -1;
};

/// This program's own path.
std::string own_program();

}  // namespace lisa::bench
