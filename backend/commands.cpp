#include "commands.h"

#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <thread>

#include "bootstrap.h"
#include "catalogue.h"
#include "demo.h"
#include "domain/catalog.h"
#include "domain/policy_text.h"
#include "options.h"
#include "server.h"
#include "store/crypto.h"
#include "store/verify.h"
#include "sync/push.h"
#include "version.h"

namespace lisa {
namespace {

constexpr const char* kHelp = R"(lisa_server: ledningssystem för informationssäkerhet

  lisa_server serve --db FILE [--www DIR] [--port 8080] [--listen 127.0.0.1] [--origin https://HOST] [--quiet]
                    [--file-limit 10] [--file-quota 10000]   MiB of one attached file, and of all together
                    [--open-reports]                         people may report without an account, at /anmal
                    [--mail-server smtp://NAME:587 --mail-from ADDRESS [--mail-password-file FILE] [--mail-hour 7] [--mail-ca FILE]]
                                                             people are reminded by e-mail; FILE: user name, then password
  lisa_server demo --db FILE [--assets DIR]        an example municipality, in a database of its own
  lisa_server invite WHO --db FILE [--url URL]     a one-time link for a person (user name or id)
  lisa_server import-policy TEXT --db FILE [--unit ID]
  lisa_server load-catalogues DIR --db FILE        controls, requirements, information types … that are not there yet
  lisa_server load-scale FILE --db FILE            other words for the consequence levels (assets/scales); what is classified stays
  lisa_server verify --db FILE                     has anybody altered the file by hand?
  lisa_server rebuild --db FILE                    the registers anew from the journal
  lisa_server help
)";

int nonsense(const std::string& complaint) {
    std::fprintf(stderr, "lisa_server: %s\n\n%s", complaint.c_str(), kHelp);
    return 2;
}

/// The detail of an error, or its message keys when it has none.
std::string words_of(const Error& error) {
    std::string words = error.detail;
    for (const Problem& problem : error.problems)
        if (error.detail.empty()) words += (words.empty() ? "" : ", ") + (problem.field.empty() ? "" : problem.field + ": ") + problem.message;
    return words;
}

int failed(const Error& error) {
    std::fprintf(stderr, "lisa_server: %s\n", words_of(error).c_str());
    return 1;
}

void say(const std::string& line) {
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

std::string link_of(const std::string& url, const std::string& token) { return url + "/valkommen#" + token; }

Result<Done> serve(const Options& options) {
    Settings settings;
    settings.address.listen = options.get("--listen", settings.address.listen);
    settings.address.port = options.number("--port", settings.address.port).value_or(-1);
    settings.address.origin = options.get("--origin");
    settings.www = options.get("--www");
    settings.takes_open_reports = options.has("--open-reports");
    if (options.has("--quiet")) settings.log = Log::Detail::events_only;
    const auto limit = options.number("--file-limit", kFileLimit >> 20), quota = options.number("--file-quota", static_cast<int>(settings.file_quota >> 20));
    if (!limit || *limit < 1 || *limit > static_cast<int>(kFileLimitMost >> 20) || !quota || *quota < *limit)
        return Error{Fault::invalid, {}, "--file-limit is 1 to " + std::to_string(kFileLimitMost >> 20) + " MiB, and --file-quota no less than that"};
    settings.file_limit = static_cast<std::size_t>(*limit) << 20;
    settings.file_quota = static_cast<std::int64_t>(*quota) << 20;
    settings.mail = TRY(mail_settings(options));

    // Every thread must leave these to the one that waits for them.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::create));
    auto server = TRY(Server::open(*storage, settings));
    if (const auto token = TRY(first_start(*storage, now_ms()))) {
        say("Databasen är ny. Administratören (administrator) väljer lösenord här, en gång, inom sju dagar:");
        say("  " + link_of(server->url(), *token));
    }
    say("Lisa lyssnar på " + server->url());
    std::thread waiting([&ends, &server] {
        int signal = 0;
        sigwait(&ends, &signal);
        server->stop();
    });
    server->serve();
    pthread_kill(waiting.native_handle(), SIGTERM);  // in case serving ended by itself
    waiting.join();
    return Done{};
}

Result<Done> demo(const Options& options) {
    const DemoState state = TRY(make_demo(options.get("--db"), options.get("--assets", "assets/demo"), now_ms()));
    say((state == DemoState::loaded ? "Exempelkommunen är inlagd i " : "Exempelkommunen fanns redan i ") + options.get("--db"));
    return Done{};
}

Result<Done> print_invite(const Options& options) {
    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::existing));
    auto token = invite(*storage, options.others.front(), now_ms());
    if (!token && token.error().fault == Fault::missing)
        return Error{Fault::missing, {}, "nobody has the user name or id " + options.others.front() + " (a person without an account needs an e-mail address)"};
    if (!token) return token.error();
    say(link_of(options.get("--url", "http://127.0.0.1:8080"), *token));
    return Done{};
}

Result<std::string> read_text(const std::string& path, std::size_t limit) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return Error{Fault::missing, {}, path + " cannot be opened"};
    std::string text(limit + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (stream.bad()) return Error{Fault::broken, {}, path + " cannot be read"};
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return text;
}

/// What is wrong with a policy file, for the terminal.
Error in_words(Error error, const std::string& path) {
    const std::string key = error.problems.empty() ? "" : error.problems.front().message;
    if (key == "problem.file_empty") error.detail = path + " is empty";
    if (key == "problem.file_too_large") error.detail = path + " is too large for a policy text";
    if (key == "problem.file_not_text") error.detail = path + " is not text in UTF-8";
    return error;
}

Result<Done> import_policy(const Options& options) {
    const std::string& path = options.others.front();
    const std::string text = TRY(read_text(path, kPolicyFileLimit));
    auto policy = read_policy(text);
    if (!policy) return in_words(policy.error(), path);
    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::existing));
    Work work = TRY(storage->begin(now_ms()));
    const std::string unit = options.has("--unit") ? options.get("--unit") : TRY(root_unit(work.store()));
    const std::string name = path.substr(path.rfind('/') + 1);
    const auto changes = policy_changes(*policy, text, name, unit, "system", [] { return new_id(now_ms()); });
    for (const Change& change : changes) TRY(apply_as_system(work, change));
    TRY(work.commit());
    say(path + ": " + std::to_string(policy->sections.size()) + " sections are in the document register; the server shows them at the next pull");
    return Done{};
}

Result<Done> load_the_catalogues(const Options& options) {
    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::existing));
    Work work = TRY(storage->begin(now_ms()));
    const Loaded loaded = TRY(load_catalogues(work, options.others.front(), now_ms()));
    TRY(work.commit());
    say(std::to_string(loaded.added) + " records were added, " + std::to_string(loaded.present) + " were there already");
    return Done{};
}

Result<Done> load_the_scale(const Options& options) {
    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::existing));
    Work work = TRY(storage->begin(now_ms()));
    const Replaced replaced = TRY(load_scale(work, options.others.front(), now_ms()));
    TRY(work.commit());
    say(std::to_string(replaced.written) + " levels were written, " + std::to_string(replaced.removed) + " were removed");
    return Done{};
}

Result<Done> print_findings(const Options& options) {
    Database database = TRY(Database::open(options.get("--db"), Database::Mode::read_only));
    TRY(database.run("BEGIN"));
    const Findings found = TRY(verify(database, Rows(kCatalog)));
    if (!found.faults.empty()) {
        std::string words = options.get("--db") + " was altered by hand or is damaged:";
        for (const std::string& fault : found.faults) words += "\n  " + fault;
        return Error{Fault::broken, {}, std::move(words)};
    }
    say(std::to_string(found.rows) + " journal rows are whole, " + std::to_string(found.records) + " records agree with them");
    say(std::to_string(found.contents) + " attached files match their hashes");
    say("the journal's end, to be kept elsewhere: " + std::to_string(found.rows) + " " + hex(found.end));
    return Done{};
}

Result<Done> rebuild_registers(const Options& options) {
    auto storage = TRY(Storage::open(options.get("--db"), kCatalog, Database::Mode::existing));
    Work work = TRY(storage->begin(now_ms()));
    const std::int64_t count = TRY(rebuild(work.database(), work.store().rows()));
    TRY(work.commit());
    say(std::to_string(count) + " records were written anew from the journal");
    return Done{};
}

struct Command {
    std::string_view name;
    Expected expected;
    Result<Done> (*run)(const Options&);
};

}  // namespace

int run_command(const std::vector<std::string>& words) {
    const Command commands[] = {
        {"serve",
         {{"--db", "--www", "--port", "--listen", "--origin", "--file-limit", "--file-quota", "--mail-server", "--mail-from", "--mail-password-file",
           "--mail-ca", "--mail-hour"},
          {"--quiet", "--open-reports"},
          0},
         serve},
        {"demo", {{"--db", "--assets"}, {}, 0}, demo},
        {"invite", {{"--db", "--url"}, {}, 1}, print_invite},
        {"import-policy", {{"--db", "--unit"}, {}, 1}, import_policy},
        {"load-catalogues", {{"--db"}, {}, 1}, load_the_catalogues},
        {"load-scale", {{"--db"}, {}, 1}, load_the_scale},
        {"verify", {{"--db"}, {}, 0}, print_findings},
        {"rebuild", {{"--db"}, {}, 0}, rebuild_registers},
    };
    if (words.empty()) return nonsense("what shall be done?");
    if (words.front() == "help" || words.front() == "--help") return std::printf("%s", kHelp) < 0;
    if (words.front() == "version" || words.front() == "--version") return std::printf("%.*s\n", static_cast<int>(kVersion.size()), kVersion.data()) < 0;
    for (const Command& command : commands) {
        if (command.name != words.front()) continue;
        const Options options = read_options({words.begin() + 1, words.end()}, command.expected);
        if (!options.complaint.empty()) return nonsense(options.complaint);
        if (options.get("--db").empty()) return nonsense(words.front() + " needs --db FILE");
        if (!options.number("--port", 0)) return nonsense("--port needs a number");
        const auto done = command.run(options);
        return done ? 0 : failed(done.error());
    }
    return nonsense("unknown command " + words.front());
}

}  // namespace lisa
