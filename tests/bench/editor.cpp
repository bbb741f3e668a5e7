#include "bench/editor.h"

#include "bench/samples.h"
#include "core/json.h"
#include "sync/protocol.h"

namespace lisa::bench {

// The assets were the last to be made, one change each: that gives the revision that the first change starts from.
Editor::Editor(const Town& town, int number)
    : m_number(number), m_base(town.last - kTownAssets + 1 + number), m_headers(browser_headers(town.guest(number).cookie)) {
    m_headers.emplace("X-Lisa", "1");
}

httplib::Result Editor::push(httplib::Client& client, bool& is_accepted) {
    auto answer = client.Post("/api/changes", m_headers, body(), "application/json");
    is_accepted = answer && answer->status == 200 && take(answer->body);
    return answer;
}

std::string Editor::body() {
    const std::string count = std::to_string(++m_changes);
    Change change;
    change.id = sample_id(100 + m_number, m_changes);
    change.client = sample_id(20, m_number);
    change.entity = kAsset.name;
    change.record = asset_id(m_number);
    change.base = m_base;
    change.patch = {{"description", Edit{Value{"Beskrivningen skrevs om för " + count + ":e gången efter genomgången."}}},
                    {"kept_where", Edit{Value{"Hylla " + count}}}};
    return dump(push_to_json({change}));
}

bool Editor::take(const std::string& text) {
    const auto json = parse_json(text);
    const auto answers = json ? answers_from_json(*json) : Result<std::vector<Answer>>(Error{});
    if (!answers || answers->size() != 1 || answers->front().rev == 0) return false;
    m_base = answers->front().rev;
    return true;
}

}  // namespace lisa::bench
