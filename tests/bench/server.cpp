// The server group: makes the database, starts the servers, takes its parts in turn, and looks at the memory last.
#include "bench/server.h"

#include "bench/child.h"
#include "bench/groups.h"
#include "bench/report.h"

namespace lisa::bench {

int server_group(const std::string& lisa_server, const std::string& folder) {
    const double start = now_s();
    const auto town = make_town(folder);
    if (!town) return give_up("server", "the database could not be made: " + town.error().detail), 1;
    std::fprintf(stderr, "  %d records in %s s\n", kRecords, digits(now_s() - start).c_str());
    Child lisa(lisa_server, {"serve", "--db", town->file, "--port", "0"});
    Child hello(own_program(), {"hello", "8"}), crowd(own_program(), {"hello", "640"});
    const Ports ports{lisa.port(), hello.port(), crowd.port()};
    if (ports.lisa == 0 || ports.hello == 0 || ports.hello_crowd == 0) return give_up("server", "a server did not start"), 1;
    const auto at_start = static_cast<double>(lisa.memory("VmHWM"));

    measure_requests(*town, ports);
    measure_first_sync(*town, ports);
    measure_joins(*town, ports);
    measure_pushes(*town, ports, folder);

    const auto now = static_cast<double>(lisa.memory("VmRSS")) / 1e6;
    tell("server.memory", static_cast<double>(lisa.memory("VmHWM")) / 1e6, at_start / 1e6, digits(now) + " MB held at the end");
    return 0;
}

}  // namespace lisa::bench
