#include "tests/backend/process.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>

namespace lisa::test {

std::string server_program() {
    if (const char* named = std::getenv("LISA_SERVER")) return named;
    return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "lisa_server").string();
}

Process::Process(const std::vector<std::string>& words) {
    const std::string program = server_program();
    REQUIRE_MESSAGE(std::filesystem::exists(program), program << " does not exist; set LISA_SERVER");
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = fork();
    REQUIRE(m_pid >= 0);
    if (m_pid == 0) {
        dup2(ends[1], 1);
        dup2(ends[1], 2);
        close(ends[0]);
        close(ends[1]);
        execv(program.c_str(), arguments.data());
        _exit(127);
    }
    close(ends[1]);
    m_pipe = ends[0];
}

Process::~Process() {
    if (m_pid > 0) {
        kill(m_pid, SIGKILL);
        (void)wait();
    }
    close(m_pipe);
}

bool Process::read_more(int wait_ms) {
    pollfd one{m_pipe, POLLIN, 0};
    if (poll(&one, 1, wait_ms) <= 0) return false;
    char buffer[4096];
    const ssize_t got = read(m_pipe, buffer, sizeof buffer);
    if (got > 0) m_output.append(buffer, static_cast<std::size_t>(got));
    return got > 0;
}

std::string Process::output_until(const std::string& text, int wait_ms) {
    while (m_output.find(text) == std::string::npos)
        if (!read_more(wait_ms)) break;
    return m_output;
}

void Process::signal(int number) const { kill(m_pid, number); }

int Process::wait() {
    while (read_more(60'000)) {}
    int status = 0;
    for (int tries = 0; waitpid(m_pid, &status, WNOHANG) == 0; ++tries) {
        if (tries == 200) kill(m_pid, SIGKILL);  // it closed its output and did not end
        usleep(50'000);
    }
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Ran run(const std::vector<std::string>& words) {
    Process process(words);
    const int code = process.wait();
    return {code, process.output()};
}

}  // namespace lisa::test
