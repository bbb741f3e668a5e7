#pragma once
// What lisa_server can be told to do on the command line.
#include <string>
#include <vector>

namespace lisa {

/// Runs the command that the words name. 0: done; 1: it failed or found a fault; 2: the words make no sense.
int run_command(const std::vector<std::string>& words);

}  // namespace lisa
