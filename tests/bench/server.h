#pragma once
// The parts of the server group, over one server that runs all the time.
#include "bench/town.h"

namespace lisa::bench {

struct Ports {
    int lisa = 0;
    int hello = 0;        ///< a bare server with a thread for each of a few clients
    int hello_crowd = 0;  ///< the same with threads for 300 streams and requests
};

void measure_requests(const Town& town, const Ports& ports);
void measure_first_sync(const Town& town, const Ports& ports);
void measure_joins(const Town& town, const Ports& ports);
void measure_pushes(const Town& town, const Ports& ports, const std::string& folder);

}  // namespace lisa::bench
