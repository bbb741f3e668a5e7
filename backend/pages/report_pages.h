#pragma once
// The pages of open reports (H1). The server writes them, so that they need neither a script nor the program; the shell's anmal.html
// is the frame around each, with its style and the script that keeps what cannot be sent.
#include <map>
#include <string>
#include <vector>

#include "core/result.h"
#include "i18n/words.h"
#include "open_reports.h"

namespace lisa {

/// For whom and about what part of the organisation a page is.
struct Visit {
    Language language = Language::swedish;
    std::string named{};  ///< id of the part that the link named; empty: none
    std::string unit{};   ///< name of that part
};

/// The address of a page of this visit: "/anmal/folj?lang=sv", and where more is given, "&steg=form".
std::string visit_address(const Visit& visit, std::string_view path, std::string_view more = {});

/// A page: its heading and what follows.
struct ReportPage {
    std::string title{}, body{};
};

/// The question about national security, before anything can be written (H5).
ReportPage gate_page(const Visit& visit);
/// Whom to call instead. `channels`: lines about the authority that is told.
ReportPage call_page(const Visit& visit, const std::vector<std::string>& channels);
/// The form; with what was typed and what is wrong with it when it comes back.
struct Answers {
    std::string key{};
    std::map<std::string, std::string> typed{};
    std::vector<Problem> problems{};
};
ReportPage form_page(const Visit& visit, const Answers& answers, std::size_t file_limit);
/// Thanks, and the code.
ReportPage receipt_page(const Visit& visit, const std::string& code);
/// Asks for a code; `problem`: what was wrong with the last one.
ReportPage follow_page(const Visit& visit, const std::string& problem);
/// How the report stands, and what it led to.
ReportPage standing_page(const Visit& visit, const OpenStanding& standing);
/// A page of one sentence that leads back to the beginning, or to signing in.
ReportPage notice_page(const Visit& visit, std::string_view title, const std::string& text);
ReportPage off_page(const Visit& visit);
/// To print and hang up. `address`: of the gate, as seen from outside.
ReportPage poster_page(const Visit& visit, const std::string& address);

/// What is wrong, with the words that stand beside each field, and those of what is beside none.
std::string problem_words(const Visit& visit, const Problem& problem);
bool is_asked(std::string_view field);

/// The page in its frame, which is the shell's anmal.html; without one, in a plain frame of its own.
std::string framed(const ReportPage& page, const std::string& frame, Language language);

}  // namespace lisa
