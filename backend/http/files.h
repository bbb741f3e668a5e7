#pragma once
// The web folder, read into memory at start: an address is looked up by its exact name, so no path can climb.
#include <httplib.h>

#include <map>

#include "core/result.h"

namespace lisa {

/// Below it lie the files whose names change with their content.
inline constexpr std::string_view kStaticPath = "/static/";

class Files {
public:
    /// Reads every file of the folder; `x.br` and `x.gz` are x compressed.
    static Result<Files> read(const std::string& folder);

    /// Answers a GET or HEAD for a file, for a page of its own (/verkstad/123456 is shown by verkstad.html), or for a screen
    /// of the program (which index.html shows). 404 for all else.
    void answer(const httplib::Request& request, httplib::Response& response) const;
    /// The text of the file at that address; empty when there is none.
    std::string text_of(std::string_view address) const;
    std::size_t count() const { return m_files.size(); }

private:
    struct File {
        std::string type{}, etag{}, plain{}, brotli{}, gzip{};
        bool is_lasting = false;  ///< lies under a name that changes with its content
    };
    void send(const File& file, const httplib::Request& request, httplib::Response& response) const;

    std::map<std::string, File, std::less<>> m_files;  ///< by their address, "/index.html"
};

}  // namespace lisa
