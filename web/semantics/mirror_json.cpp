#include "semantics/mirror_json.h"

#include <charconv>
#include <cmath>

namespace lisa::semantics {

namespace {

void append(std::string& out, std::int64_t number) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

/// Pixels to a tenth; more would only make the mirror move for nothing.
void append_pixels(std::string& out, float pixels) {
    const float bounded = std::isfinite(pixels) ? std::fmin(std::fmax(pixels, -1e6f), 1e6f) : 0.0f;
    const auto tenths = static_cast<std::int64_t>(std::lround(bounded * 10.0f));
    if (tenths < 0 && tenths > -10) out += '-';
    append(out, tenths / 10);
    if (tenths % 10 != 0) {
        out += '.';
        out += static_cast<char>('0' + std::abs(tenths % 10));
    }
}

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out += '\\';
            out += letter;
        } else if (byte < 0x20) {
            constexpr char kHex[] = "0123456789abcdef";
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += letter;
        }
    }
    out += '"';
}

void append_rect(std::string& out, const Rect& rect) {
    append_pixels(out, rect.x);
    out += ',';
    append_pixels(out, rect.y);
    out += ',';
    append_pixels(out, rect.w);
    out += ',';
    append_pixels(out, rect.h);
}

void append_member(std::string& out, const char* key, std::int64_t number) {
    if (number == 0) return;
    out.append(",\"").append(key).append("\":");
    append(out, number);
}

void append_member(std::string& out, const char* key, std::string_view text) {
    if (text.empty()) return;
    out.append(",\"").append(key).append("\":");
    append_text(out, text);
}

void append_node(std::string& out, const Node& node) {
    out += "{\"id\":";
    append(out, node.id);
    append_member(out, "role", role_name(node.role));
    append_member(out, "states", node.states);
    append_member(out, "keys", node.keys);
    append_member(out, "name", node.name);
    append_member(out, "description", node.description);
    append_member(out, "value", node.value);
    append_member(out, "href", node.href);
    append_member(out, "hint", node.hint);
    append_member(out, "level", node.level);
    append_member(out, "position", node.position);
    append_member(out, "size", node.size);
    append_member(out, "column", node.column);
    append_member(out, "limit", node.limit);
    append_member(out, "active", node.active);
    append_member(out, "controls", node.controls);
    if (!node.options.empty()) {
        out += ",\"options\":";
        char before = '[';
        for (const std::string& option : node.options) {
            out += before;
            append_text(out, option);
            before = ',';
        }
        out += ']';
    }
    out += ",\"box\":[";
    append_rect(out, node.rect);
    out += ',';
    append_rect(out, node.clip);
    out += "]}";
}

/// Whether two nodes say the same, wherever they are.
bool same_words(const Node& a, const Node& b) {
    return a.role == b.role && a.states == b.states && a.keys == b.keys && a.level == b.level && a.position == b.position && a.size == b.size &&
           a.column == b.column && a.limit == b.limit && a.active == b.active && a.controls == b.controls && a.name == b.name && a.value == b.value &&
           a.description == b.description && a.href == b.href && a.hint == b.hint && a.options == b.options;
}

std::uint32_t parent_id(const std::vector<Node>& nodes, const Node& node) { return node.parent < 0 ? 0 : nodes[static_cast<std::size_t>(node.parent)].id; }

}  // namespace

std::string MirrorJson::update(const Tree& tree) {
    const std::vector<Node>& nodes = tree.nodes();
    if (nodes == m_nodes) return {};
    std::string order, words, moved;
    std::unordered_map<std::uint32_t, std::size_t> places;
    places.reserve(nodes.size());
    bool same_order = nodes.size() == m_nodes.size();
    for (std::size_t place = 0; place < nodes.size(); ++place) {
        const Node& node = nodes[place];
        if (!places.emplace(node.id, place).second) continue;
        same_order = same_order && m_nodes[place].id == node.id && m_nodes[place].parent == node.parent;
        order += order.empty() ? '[' : ',';
        append(order, node.id);
        order += ',';
        append(order, parent_id(nodes, node));
        const auto known = m_places.find(node.id);
        const Node* before = known == m_places.end() ? nullptr : &m_nodes[known->second];
        if (before == nullptr || !same_words(*before, node)) {
            words += words.empty() ? '[' : ',';
            append_node(words, node);
        } else if (!(before->rect == node.rect && before->clip == node.clip)) {
            moved += moved.empty() ? '[' : ',';
            append(moved, node.id);
            moved += ',';
            append_rect(moved, node.rect);
            moved += ',';
            append_rect(moved, node.clip);
        }
    }
    if (order.empty()) order = "[";
    std::string json;
    const auto member = [&](const char* key, const std::string& list) {
        json.append(json.empty() ? "{" : ",").append("\"").append(key).append("\":").append(list).append("]");
    };
    if (!same_order) member("order", order);
    if (!words.empty()) member("nodes", words);
    if (!moved.empty()) member("moved", moved);
    m_nodes = nodes;
    m_places = std::move(places);
    return json.empty() ? json : json + "}";
}

}  // namespace lisa::semantics
