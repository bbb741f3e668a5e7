#include "bench/samples.h"

#include <cstdio>

#include "sync/replica.h"

namespace lisa::bench {
namespace {

constexpr const char* kThings[] = {"Betyg", "Journaler", "Kartor", "Bygglov", "Löner", "Protokoll", "Avtal", "Fakturor", "Scheman", "Ärenden"};
constexpr const char* kNames[] = {"Anna", "Bertil", "Cecilia", "David", "Eva", "Fredrik", "Gunilla", "Håkan", "Ingrid", "Johan"};

Value text(std::string value) { return value; }
Value number(int value) { return std::int64_t{value}; }

template <std::size_t N>
std::string pick(const char* const (&from)[N], int number) {
    return from[static_cast<std::size_t>(number) % N];
}

std::string day(int number) {
    char date[40];
    std::snprintf(date, sizeof date, "2027-%02d-%02d", 1 + number % 12, 1 + number % 28);
    return date;
}

}  // namespace

std::string sample_id(int kind, int number) {
    char id[80];
    std::snprintf(id, sizeof id, "0192%04x-0000-7000-8000-%012x", static_cast<unsigned>(kind), static_cast<unsigned>(number));
    return id;
}

std::string board_id(int number) { return sample_id(2, number % kBoards); }
std::string person_id(int number) { return sample_id(3, number); }
std::string asset_id(int number) { return sample_id(4, number); }

Values root_values() { return {{"name", text("Köpings kommun")}, {"kind", text("municipality")}}; }

Values board_values(int number) { return {{"name", text(pick(kThings, number) + "nämnden")}, {"kind", text("board")}, {"parent", text(kRootId)}}; }

Values person_values(int number) {
    return {{"given_name", text(pick(kNames, number))},
            {"family_name", text("Exempel " + std::to_string(number))},
            {"audience", text("employee")},
            {"unit", text(board_id(number))},
            {"position", text("handläggare")},
            {"email", text("person" + std::to_string(number) + "@koping.example")}};
}

Values seat_values(int person) { return {{"role", text("coordinator")}, {"unit", text(kRootId)}, {"person", text(person_id(person))}}; }

Values asset_values(int number_of) {
    return {{"name", text(pick(kThings, number_of * 7) + " " + std::to_string(number_of))},
            {"reference", text("KS " + std::to_string(number_of))},
            {"kind", text("information_type")},
            {"description", text("Uppgifter som verksamheten behöver för att handlägga, följa upp och redovisa sina ärenden under året.")},
            {"unit", text(board_id(number_of))},
            {"owner", text(person_id(number_of % 10))},
            {"confidentiality", number(number_of % 4)},
            {"integrity", number(number_of / 2 % 4)},
            {"availability", number(number_of / 3 % 4)},
            {"motive", text("Konsekvensen för enskilda bedömdes i verksamhetens genomgång.")},
            {"review_on", text(day(number_of))},
            {"retention", text("Bevaras")}};
}

Record record_of(const Entity& entity, std::string id, const Values& values, std::int64_t rev) {
    Record record{entity};
    record.id = std::move(id);
    record.rev = rev;
    if (!entity.state.empty()) record.values[position(entity, entity.state)] = std::string(find_field(entity, entity.state)->options.front());
    for (const auto& [field, value] : values) record.values[position(entity, field)] = value;
    Replica nothing(kCatalog, {});
    if (entity.derive) entity.derive(record, nothing);
    return record;
}

std::vector<Record> municipality(int people, int assets) {
    std::vector<Record> records;
    const auto add = [&](const Entity& entity, std::string id, const Values& values) {
        records.push_back(record_of(entity, std::move(id), values, static_cast<std::int64_t>(records.size()) + 1));
    };
    add(kUnit, kRootId, root_values());
    for (int i = 0; i < kBoards; ++i) add(kUnit, board_id(i), board_values(i));
    for (int i = 0; i < people; ++i) add(kPerson, person_id(i), person_values(i));
    for (int i = 0; i < assets; ++i) add(kAsset, asset_id(i), asset_values(i));
    return records;
}

}  // namespace lisa::bench
