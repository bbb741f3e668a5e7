#include "store/storage.h"

#include "core/date.h"
#include "store/schema.h"

namespace lisa {
namespace {
constexpr int kReaders = 6;
}

Work::Work(Storage& storage, std::unique_lock<std::mutex> lock)
    : m_lock(std::move(lock)), m_store(storage.m_writer, storage.m_rows, storage.m_trees, storage.m_counts) {}

Work::Work(Work&& other) noexcept : m_lock(std::move(other.m_lock)), m_store(other.m_store), m_is_open(std::exchange(other.m_is_open, false)) {}

Work::~Work() {
    if (m_is_open && database().in_transaction()) (void)database().run("ROLLBACK");
}

Result<Done> Work::take_back() {
    m_store.forget_tree();
    if (!database().in_transaction()) return Done{};  // SQLite took all of it back by itself; commit() will say so
    TRY(database().run("ROLLBACK TO attempt"));
    return database().run("RELEASE attempt");
}

Result<Done> Work::commit() {
    if (!database().in_transaction()) return Error{Fault::broken, {{"", "problem.storage"}}, "the transaction was ended by a failure before"};
    TRY(database().run("COMMIT"));
    m_is_open = false;
    m_lock.unlock();
    return Done{};
}

View::View(Storage& storage, Database& database) : m_storage(&storage), m_store(database, storage.m_rows, storage.m_trees, storage.m_counts) {}

View::View(View&& other) noexcept : m_storage(std::exchange(other.m_storage, nullptr)), m_store(other.m_store) {}

View::~View() {
    if (!m_storage) return;
    if (database().in_transaction()) (void)database().run("COMMIT");
    const std::lock_guard lock(m_storage->m_reading);
    m_storage->m_idle_readers.push_back(&database());
    m_storage->m_reader_is_idle.notify_one();
}

Result<std::unique_ptr<Storage>> Storage::open(const std::string& path, Catalog catalog, Database::Mode mode) {
    Database writer = TRY(Database::open(path, mode));
    if (mode != Database::Mode::read_only) TRY(grow(writer, catalog));
    std::unique_ptr<Storage> storage(new Storage(std::move(writer), catalog));
    for (int i = 0; i < kReaders; ++i) {
        storage->m_readers.push_back(std::make_unique<Database>(TRY(Database::open(path, Database::Mode::read_only))));
        storage->m_idle_readers.push_back(storage->m_readers.back().get());
    }
    return storage;
}

Result<Work> Storage::begin(std::int64_t now_ms) {
    std::unique_lock lock(m_writing);
    TRY(m_writer.run("BEGIN IMMEDIATE"));
    Work work(*this, std::move(lock));
    work.store().set_now({utc_text(now_ms)});
    return work;
}

Result<View> Storage::read() {
    std::unique_lock lock(m_reading);
    m_reader_is_idle.wait(lock, [&] { return !m_idle_readers.empty(); });
    Database& database = *m_idle_readers.back();
    m_idle_readers.pop_back();
    lock.unlock();
    View view(*this, database);
    TRY(database.run("BEGIN"));
    return view;
}

Result<Done> Storage::checkpoint() {
    const std::lock_guard lock(m_writing);
    return m_writer.script("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace lisa
