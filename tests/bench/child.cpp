#include "bench/child.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace lisa::bench {
namespace {
constexpr int kPatienceMs = 5000;
}

Child::Child(const std::string& program, const std::vector<std::string>& words) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return;
    std::vector<char*> arguments{const_cast<char*>(program.c_str())};
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    m_pid = fork();
    if (m_pid == 0) {
        const int nowhere = open("/dev/null", O_WRONLY);
        dup2(ends[1], 1);
        dup2(nowhere, 2);
        execv(program.c_str(), arguments.data());
        _exit(127);
    }
    close(ends[1]);
    m_pipe = ends[0];
}

Child::~Child() {
    if (m_pid > 0) {
        kill(m_pid, SIGTERM);
        int waited_ms = 0;
        while (waitpid(m_pid, nullptr, WNOHANG) == 0) {
            if (waited_ms == kPatienceMs) kill(m_pid, SIGKILL);
            usleep(50'000);
            waited_ms += 50;
        }
    }
    if (m_pipe >= 0) close(m_pipe);
}

int Child::port() {
    std::string line;
    for (char c = 0; read(m_pipe, &c, 1) == 1;) {
        if (c != '\n') {
            line += c;
            continue;
        }
        const std::size_t colon = line.rfind(':');
        const int port = colon == line.npos ? 0 : std::atoi(line.c_str() + colon + 1);
        if (port > 0) return port;
        line.clear();
    }
    return 0;
}

std::int64_t Child::memory(const std::string& name) const {
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name + ":")) return std::atoll(line.c_str() + name.size() + 1) * 1024;
    return 0;
}

std::string own_program() { return std::filesystem::read_symlink("/proc/self/exe").string(); }

}  // namespace lisa::bench
