// lisa_bench: the numbers that are taken without a browser. ./lisa bench starts it and makes the table.
#include <cstdlib>
#include <filesystem>

#include "bench/groups.h"
#include "bench/report.h"

namespace {

/// A folder beside the program: /tmp may lie in memory, where writing through costs nothing. Gone afterwards.
struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string pattern = (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "bench-XXXXXX").string();
        if (mkdtemp(pattern.data())) path = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        if (!path.empty()) std::filesystem::remove_all(path, ignored);
    }
};

}  // namespace

int main(int count, char** words) {
    const std::string group = count > 1 ? words[1] : "", argument = count > 2 ? words[2] : "";
    if (group == "frames") return lisa::bench::frames_group();
    if (group == "apply") return lisa::bench::apply_group();
    if (group == "method") return lisa::bench::method_group();
    if (group == "hello") return lisa::bench::hello_server(std::atoi(argument.c_str()));
    if (group == "server" && !argument.empty()) {
        const Folder folder;
        return folder.path.empty() ? 1 : lisa::bench::server_group(argument, folder.path.string());
    }
    std::fprintf(stderr, "lisa_bench frames | apply | method | server LISA_SERVER | hello THREADS\n");
    return 2;
}
