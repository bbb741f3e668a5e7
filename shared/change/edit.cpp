#include "change/edit.h"

#include <algorithm>
#include <iterator>

namespace lisa {
namespace {

Set set_of(const Value& value) {
    const auto* set = std::get_if<Set>(&value);
    return set ? *set : Set{};
}

Set without(const Set& from, const Set& taken) {
    Set left;
    std::set_difference(from.begin(), from.end(), taken.begin(), taken.end(), std::back_inserter(left));
    return left;
}

}  // namespace

std::optional<Edit> edit_between(const Field& field, const Value& before, const Value& after) {
    if (before == after || (is_blank(before) && is_blank(after))) return std::nullopt;
    if (field.type != Type::set) return Edit{is_blank(after) ? Value{} : after};
    const Set old = set_of(before), wanted = set_of(after);
    return Edit{SetEdit{without(wanted, old), without(old, wanted)}};
}

Edit first_edit(const Value& value) {
    const auto* set = std::get_if<Set>(&value);
    return set ? Edit{SetEdit{*set, {}}} : Edit{value};
}

}  // namespace lisa
