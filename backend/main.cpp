// lisa_server: serves the program and tends its database.
#include "commands.h"

#include <cstdio>

int main(int count, char** words) {
    try {
        return lisa::run_command({words + 1, words + count});
    } catch (const std::exception& surprise) {
        std::fprintf(stderr, "lisa_server: %s\n", surprise.what());
        return 70;
    }
}
