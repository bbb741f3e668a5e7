#include "http/form.h"

#include <algorithm>

#include "core/text.h"

namespace lisa {
namespace {

constexpr std::size_t kMostFields = 30, kLongestName = 40;

/// Takes in the parts as they come.
class Parts {
public:
    explicit Parts(std::size_t file_limit) : m_file_limit(file_limit) {}

    bool begin(const httplib::FormData& part) {
        m_field = nullptr;
        if (!part.filename.empty()) {
            if (!form.file_name.empty()) return false;
            form.file_name = part.filename;
            return true;
        }
        if (part.name.size() > kLongestName || ++m_count > kMostFields) return false;
        const auto [field, is_new] = form.fields.try_emplace(part.name);
        m_field = is_new ? &field->second : &m_ignored;
        return true;
    }

    bool take(const char* bytes, std::size_t count) {
        if (!m_field) {
            if (form.file_name.empty() || count > m_file_limit - form.file.size()) return false;
            form.file.append(bytes, count);
            return true;
        }
        if (count > kFormLimit - m_taken) return false;
        m_taken += count;
        m_field->append(bytes, count);
        return true;
    }

    Form form;

private:
    const std::size_t m_file_limit;
    std::string* m_field = nullptr;  ///< null: the file
    std::string m_ignored;
    std::size_t m_taken = 0, m_count = 0;
};

}  // namespace

std::string Form::take(const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : std::move(found->second);
}

std::optional<Form> read_form(const httplib::ContentReader& read, std::size_t file_limit) {
    Parts parts(file_limit);
    const bool is_whole =
        read([&](const httplib::FormData& part) { return parts.begin(part); }, [&](const char* bytes, std::size_t count) { return parts.take(bytes, count); });
    if (!is_whole || !is_utf8(parts.form.file_name)) return std::nullopt;
    for (auto& [name, text] : parts.form.fields) {
        if (!is_utf8(name) || !is_utf8(text)) return std::nullopt;
        std::erase(text, '\r');  // forms end lines with both
    }
    return std::move(parts.form);
}

}  // namespace lisa
