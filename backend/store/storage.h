#pragma once
// The database file: one writer, a few readers, and units of work over them.
#include <condition_variable>
#include <memory>
#include <mutex>

#include "store/group.h"
#include "store/store.h"

namespace lisa {

class Storage;

/// A unit of work: everything done in it happens together at commit(), or not at all. Only one exists at a time.
class Work {
public:
    Work(Work&& other) noexcept;
    Work& operator=(Work&&) = delete;
    ~Work();

    SqlStore& store() { return m_store; }
    Database& database() { return m_store.database(); }
    /// Does the work so that it can be taken back by itself; a failure of the machine (Fault::broken) is passed on.
    template <class Do>
    auto attempt(Do act) -> decltype(act()) {
        TRY(database().run("SAVEPOINT attempt"));
        auto outcome = act();
        if (outcome) TRY(database().run("RELEASE attempt"));
        else TRY(take_back());
        return outcome;
    }
    /// Returns when the work is on the disk.
    Result<Done> commit();

private:
    friend class Storage;
    Work(Storage& storage, std::unique_lock<std::mutex> lock);
    Result<Done> take_back();

    std::unique_lock<std::mutex> m_lock;
    SqlStore m_store;
    bool m_is_open = true;
};

/// One unaltered state of the database, for reading.
class View {
public:
    View(View&& other) noexcept;
    View& operator=(View&&) = delete;
    ~View();

    SqlStore& store() { return m_store; }
    Database& database() { return m_store.database(); }

private:
    friend class Storage;
    View(Storage& storage, Database& database);

    Storage* m_storage;
    SqlStore m_store;
};

class Storage {
public:
    /// Opens the file, or makes it when `mode` is create, and grows its tables to the catalogue.
    static Result<std::unique_ptr<Storage>> open(const std::string& path, Catalog catalog, Database::Mode mode);

    /// Begins a unit of work at a moment; waits for the one before it.
    Result<Work> begin(std::int64_t now_ms);
    /// Units of work that share a transaction with others that wait at the same time.
    Group& group() { return m_group; }
    Result<View> read();

    Catalog catalog() const { return m_rows.catalog(); }
    /// Moves the write-ahead log into the file.
    Result<Done> checkpoint();

private:
    friend class Work;
    friend class View;
    Storage(Database writer, Catalog catalog) : m_rows(catalog), m_trees(catalog), m_counts(catalog), m_writer(std::move(writer)) {}

    Rows m_rows;
    TreeCache m_trees;
    CountCache m_counts;
    std::mutex m_writing;
    Database m_writer;
    std::mutex m_reading;
    std::condition_variable m_reader_is_idle;
    std::vector<std::unique_ptr<Database>> m_readers;
    std::vector<Database*> m_idle_readers;
    Group m_group{*this};
};

}  // namespace lisa
