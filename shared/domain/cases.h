#pragma once
// From one base of facts to a case for each who answers for it (H7): what happened at one supplier, or in one system, is a
// personal-data breach of every controller whose data it touches, and an incident of every operator that runs on it. Pure:
// records in, proposals out; the pointers point into what was passed in.
#include <functional>
#include <map>

#include "domain/breach.h"
#include "domain/notification.h"

namespace lisa {

/// What the proposals are made from, as the person sees it.
struct CaseRecords {
    std::vector<const Record*> links{};  ///< of the event (event_link)
    std::vector<const Record*> systems{}, processings{}, processing_data{};
    std::vector<const Record*> breaches{}, notifications{};  ///< of the event
    std::function<const Record*(const std::string& id)> unit{};
};

/// A case that an event has opened, or should open.
struct Case {
    const Entity* entity = nullptr;        ///< kBreach or kNotification
    const Record* unit = nullptr;          ///< the controller or the operator
    std::vector<const Record*> because{};  ///< systems and processings of its that were hit
    const Record* opened = nullptr;        ///< null: not opened yet
};

/// The systems that an event hit: its own, those of its links, and where it names a supplier and no system, all in use that the
/// supplier provides.
std::vector<const Record*> systems_hit(const Record& event, const CaseRecords& records);

/// Breaches first, then notifications; what has been opened stands here whether or not it would be proposed. Breaches are not
/// proposed where it is said that no personal data are touched, notifications only for incidents.
std::vector<Case> cases_of(const Record& event, const CaseRecords& records);

/// The values that a new case begins with: what the event says in fields of the same name, and where it belongs.
std::map<std::string, Value> case_values(const Record& event, const Case& one);

/// What the event has come to say that an opened case does not say yet. What stands in the case is never written over: it is
/// its controller's or operator's own.
std::map<std::string, Value> news_for(const Record& event, const Record& opened);

}  // namespace lisa
