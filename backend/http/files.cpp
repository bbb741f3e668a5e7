#include "http/files.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "http/listener.h"
#include "store/crypto.h"

namespace lisa {
namespace {

constexpr std::pair<std::string_view, const char*> kTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".pdf", "application/pdf"},
};

const char* type_of(std::string_view name) {
    for (const auto& [ending, type] : kTypes)
        if (name.ends_with(ending)) return type;
    return "application/octet-stream";
}

/// A screen of the program has an address without a dot: /tillgangar/0190….
bool is_screen(std::string_view path) {
    if (path.starts_with("/api/") || path == "/api" || path.starts_with(kStaticPath) || !path.starts_with('/')) return false;
    for (const char c : path)
        if (static_cast<unsigned char>(c) < 0x20 || c == '\\') return false;
    return path.find("..") == path.npos && path.find("//") == path.npos && path.substr(path.rfind('/')).find('.') == path.npos;
}

}  // namespace

Result<Files> Files::read(const std::string& folder) {
    namespace fs = std::filesystem;
    const auto broken = [&](std::string detail) { return Error{Fault::broken, {{"", "problem.storage"}}, std::move(detail)}; };
    std::error_code error;
    if (!fs::is_directory(folder, error)) return broken("the web folder " + folder + " does not exist");
    Files files;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        if (!at->is_regular_file(error)) continue;
        std::ifstream stream(at->path(), std::ios::binary);
        std::ostringstream content;
        content << stream.rdbuf();
        if (!stream) return broken(at->path().string() + " cannot be read");
        const std::string name = "/" + at->path().lexically_relative(folder).generic_string();
        if (name.ends_with(".br")) files.m_files[name.substr(0, name.size() - 3)].brotli = std::move(content).str();
        else if (name.ends_with(".gz")) files.m_files[name.substr(0, name.size() - 3)].gzip = std::move(content).str();
        else files.m_files[name].plain = std::move(content).str();
    }
    if (error) return broken("the web folder " + folder + " cannot be read: " + error.message());
    for (auto& [name, file] : files.m_files) {
        file.type = type_of(name);
        file.etag = '"' + hex(sha256(file.plain)).substr(0, 32) + '"';
        file.is_lasting = name.starts_with(kStaticPath);
    }
    return files;
}

void Files::answer(const httplib::Request& request, httplib::Response& response) const {
    const std::string& path = request.path;
    auto found = m_files.find(path == "/" ? std::string_view("/index.html") : std::string_view(path));
    if (found == m_files.end() && is_screen(path)) {
        found = m_files.find(path.substr(0, path.find('/', 1)) + ".html");
        if (found == m_files.end()) found = m_files.find("/index.html");
    }
    if (found != m_files.end()) return send(found->second, request, response);
    response.status = 404;
    response.set_content("404\n", "text/plain; charset=utf-8");
}

std::string Files::text_of(std::string_view address) const {
    const auto found = m_files.find(address);
    return found == m_files.end() ? std::string() : found->second.plain;
}

void Files::send(const File& file, const httplib::Request& request, httplib::Response& response) const {
    response.set_header("Cache-Control", file.is_lasting ? "public, max-age=31536000, immutable" : "no-cache");
    response.set_header("ETag", file.etag);
    response.set_header("Vary", "Accept-Encoding");
    if (request.get_header_value("If-None-Match") == file.etag) {
        response.status = 304;
        // The headers of this answer replace those kept with the page: they must be a page's too (set_common_headers).
        response.set_header("Content-Type", file.type);
        return;
    }
    response.status = 200;
    const std::string encodings = request.get_header_value(kEncodings);
    const std::string* body = &file.plain;
    if (!file.brotli.empty() && encodings.starts_with("br")) {
        body = &file.brotli;
        response.set_header("Content-Encoding", "br");
    } else if (!file.gzip.empty() && encodings.ends_with("gzip")) {
        body = &file.gzip;
        response.set_header("Content-Encoding", "gzip");
    }
    response.set_content(*body, file.type);
}

}  // namespace lisa
