#include "sync/deed.h"

#include "core/json.h"

namespace lisa {

Result<bool> put_aside(Database& database, const std::string& person, const DeedPart& part, const Json& frame, std::int64_t now_ms) {
    TRY(database.run("DELETE FROM deed_part WHERE at < ?", now_ms - kDeedPatienceMs));
    // Another number of parts is another attempt, made after a change was mended or left out.
    TRY(database.run("DELETE FROM deed_part WHERE person = ? AND deed = ? AND parts <> ?", person, part.deed, part.of));
    TRY(database.run("INSERT OR REPLACE INTO deed_part(person, deed, part, parts, at, frame) VALUES(?,?,?,?,?,?)", person, part.deed, part.part, part.of,
                     now_ms, dump(frame)));
    Query query = TRY(database.query("SELECT sum(octet_length(frame)), count(*) FILTER (WHERE deed = ?) FROM deed_part WHERE person = ?", part.deed, person));
    TRY(query.step());
    if (query.integer(0) > kMostBytesWaiting) return fault(Fault::invalid, "", "problem.too_many");
    return query.integer(1) == part.of;
}

Result<Json> take_up(Database& database, const std::string& person, const std::string& deed, std::int64_t part) {
    Query query = TRY(database.query("SELECT frame FROM deed_part WHERE person = ? AND deed = ? AND part = ?", person, deed, part));
    const bool is_there = TRY(query.step());
    auto frame = is_there ? parse_json(query.text(0)) : std::nullopt;
    if (!frame) return Error{Fault::broken, {{"", "problem.storage"}}, "a part of a deed that was put aside is not there"};
    return std::move(*frame);
}

Result<Done> forget_deed(Database& database, const std::string& person, const std::string& deed) {
    return database.run("DELETE FROM deed_part WHERE person = ? AND deed = ?", person, deed);
}

Result<Done> forget_all_deeds(Database& database) { return database.run("DELETE FROM deed_part"); }

}  // namespace lisa
