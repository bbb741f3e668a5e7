#pragma once
// The server: what the routes share, and its life from listening to a graceful stop.
#include <functional>
#include <mutex>
#include <thread>

#include "access/access.h"
#include "auth/account.h"
#include "auth/limit.h"
#include "auth/turns.h"
#include "clock.h"
#include "domain/file_kind.h"
#include "held.h"
#include "http/allowance.h"
#include "http/answer.h"
#include "http/files.h"
#include "http/gate.h"
#include "http/listener.h"
#include "http/log.h"
#include "http/transfers.h"
#include "live/workshops.h"
#include "mail/settings.h"
#include "pokes.h"
#include "store/storage.h"

namespace lisa {

struct Settings {
    Address address{};
    std::string www{};  ///< the web folder; empty: none is served
    Log::Detail log = Log::Detail::everything;
    std::function<std::int64_t()> clock = now_ms;
    int request_limit_ms = 20'000;
    std::size_t file_limit = kFileLimit;       ///< bytes of one attached file, kFileLimitMost at most
    std::int64_t file_quota = 10'000ll << 20;  ///< bytes of all attached files together
    std::int64_t file_memory = 256ll << 20;    ///< bytes of files that requests may hold in memory at one time; open reports a quarter more
    bool takes_open_reports = false;           ///< whether people may report without an account
    Turns::Bounds open_reports{};              ///< how many of them in an hour
    MailSettings mail{};
};

/// A person as an actor after a change, with what stands for their sight (sight_of).
struct Seer {
    Actor who{};
    std::string sight{};
    std::int64_t seq = 0;
};

/// What a route may use.
struct Site {
    Storage& storage;
    Settings settings;
    int port = 0;  ///< the one really listened on
    std::string secret{};
    bool is_demo = false;
    Files files{};
    std::string report_frame{};  ///< around the pages of open reports
    Log log;
    Passwords passwords{};
    SignInLimit limit{};
    SignInLimit codes{};     ///< of workshops
    SignInLimit receipts{};  ///< of open reports
    Turns report_turns;
    Workshops workshops{};
    Pokes pokes{};
    Held<Session> sessions{};              ///< by hash of the token; good until a session begins or ends (Pokes::stir)
    Held<Seer> seers{};                    ///< by person; good until a change
    Held<Encoded> answers{};               ///< by address and sight; good until a change
    Allowance file_memory, report_memory;  ///< who has no account takes nothing of what the others have
    Transfers transfers{};
    std::mutex verifying{};  ///< held while the journal is proved

    Site(Storage& s, Settings chosen)
        : storage(s),
          settings(std::move(chosen)),
          log(settings.log),
          report_turns(settings.open_reports),
          file_memory(settings.file_memory),
          report_memory(settings.file_memory / 4) {}
    std::int64_t now() const { return settings.clock(); }
};

class Server {
public:
    /// Prepares everything and takes the port, so that what is wrong is known before anybody waits for the server.
    static Result<std::unique_ptr<Server>> open(Storage& storage, Settings settings);
    ~Server();

    int port() const { return m_site.port; }
    std::string url() const;
    /// Serves until stop(). Returns when the last request is answered.
    void serve();
    /// May be called from any thread, more than once.
    void stop();

private:
    Server(Storage& storage, Settings settings) : m_site(storage, std::move(settings)) {}
    void add_rules();
    /// Destroys once a day what is to be kept no longer, until the server stops.
    void keep_house();
    /// Reminds people by letter, until the server stops.
    void keep_post();

    Site m_site;
    std::int64_t m_swept_at = 0;
    Listener m_listener;
};

}  // namespace lisa
