// The least that a cpp-httplib server can do: hand out bytes that lie ready, and hold streams open.
#include <httplib.h>

#include "bench/groups.h"

namespace lisa::bench {

int hello_server(int threads) {
    httplib::Server server;
    const auto count = static_cast<std::size_t>(std::max(threads, 1));
    server.new_task_queue = [count] { return new httplib::ThreadPool(count); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(1000);  // as the real one
    server.set_keep_alive_timeout(30);
    server.Get("/hello", [](const httplib::Request& request, httplib::Response& response) {
        const int bytes = request.has_param("bytes") ? std::atoi(request.get_param_value("bytes").c_str()) : 6;
        response.set_content(std::string(static_cast<std::size_t>(std::max(bytes, 1)), 'x'), "application/octet-stream");
    });
    server.Get("/events", [](const httplib::Request&, httplib::Response& response) {
        auto is_new = std::make_shared<bool>(true);
        response.set_chunked_content_provider("text/event-stream", [is_new](std::size_t, httplib::DataSink& sink) {
            if (!*is_new) std::this_thread::sleep_for(std::chrono::seconds(1));
            const std::string text = std::exchange(*is_new, false) ? ": hello\n\n" : ": \n\n";
            return sink.write(text.data(), text.size());
        });
    });
    const int port = server.bind_to_any_port("127.0.0.1");
    std::printf("http://127.0.0.1:%d\n", port);
    std::fflush(stdout);
    return server.listen_after_bind() ? 0 : 1;
}

}  // namespace lisa::bench
