// Personal data: what the record of processing lacks, what does not hold together, and why an impact assessment is needed.
#include "domain/catalog.h"
#include "domain/privacy_rules.h"
#include "i18n/catalog_words.h"
#include "insight/parts.h"

namespace lisa {

void processor_agreement_insight(const Record& system, const Around& around, Insight& insight) {
    if (const std::string key = processor_agreement_gap(system, around.referring, around.find, around.today); !key.empty())
        insight.remarks.push_back(around.words(key));
}

void processing_insight(const Record& record, const Around& around, Insight& insight) {
    const std::string need = dpia_need(record);
    if (!need.empty()) {
        Fact fact{field_words(around, kProcessing, "dpia_needed"), around.words(WordKey{"option", "processing", "dpia_needed", need}.view()), -1, {}};
        for (const std::string& key : dpia_reasons(record)) fact.because.push_back(around.words(key));
        insight.facts.push_back(std::move(fact));
    }
    std::vector<std::string> fields;
    for (const std::string& one : missing_for_record(record, around.referring(kProcessingData, "processing", record.id))) {
        if (one.find('.') == one.npos) fields.push_back(one);
        else insight.remarks.push_back(around.words(one));
    }
    if (!fields.empty()) insight.remarks.push_back(fill(around.words("insight.record_lacks"), {{"fields", field_list(around, kProcessing, fields)}}));
    if (const Record* system = around.find(kSystem, record.text("system"))) processor_agreement_insight(*system, around, insight);
    if (need == "yes" && around.referring(kDpia, "processing", record.id).empty()) insight.remarks.push_back(around.words("insight.dpia_missing"));
}

}  // namespace lisa
