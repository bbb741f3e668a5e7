#pragma once
// The groups of numbers that lisa_bench takes. Each tells its numbers and returns the program's exit code.
#include <string>
#include <vector>

namespace lisa::bench {

int frames_group();  ///< what a frame of the register costs
int apply_group();   ///< the domain alone
int method_group();  ///< a filter, an import, every system's class
/// The real server with 10,000 records, beside a bare cpp-httplib server and a bare SQLite loop.
int server_group(const std::string& lisa_server, const std::string& folder);
/// A bare cpp-httplib server with that many threads; says its port and serves until it is killed.
int hello_server(int threads);

}  // namespace lisa::bench
