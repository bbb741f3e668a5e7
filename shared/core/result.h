#pragma once
// Errors as values: below the two mains nothing throws.
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lisa {

enum class Fault : std::uint8_t {
    invalid,    ///< the request breaks a rule that the person can mend
    forbidden,  ///< the role or the place does not allow it; looks the same as `missing` from outside
    missing,
    conflict,  ///< somebody else changed the same thing first
    offline,
    broken,  ///< our own fault or the machine's
};

/// What went wrong, for people: `message` is a message key, `field` says where (empty: the whole record).
struct Problem {
    std::string field{};
    std::string message{};
    bool operator==(const Problem&) const = default;
};

struct Error {
    Fault fault = Fault::broken;
    std::vector<Problem> problems{};
    std::string detail{};  ///< for the log only; never shown, never a secret
};

/// An error with one problem.
inline Error fault(Fault kind, std::string field, std::string message) { return Error{kind, {{std::move(field), std::move(message)}}, {}}; }

/// A value or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }
    T& operator*() { return *std::get_if<0>(&m_state); }
    const T& operator*() const { return *std::get_if<0>(&m_state); }
    T* operator->() { return std::get_if<0>(&m_state); }
    const T* operator->() const { return std::get_if<0>(&m_state); }
    Error& error() { return *std::get_if<1>(&m_state); }
    const Error& error() const { return *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The value of a Result that only says whether it went well.
struct Done {};

}  // namespace lisa

/// The value of a Result, or return its error from the enclosing function.
#define TRY(expression)                                  \
    __extension__({                                      \
        auto result_ = (expression);                     \
        if (!result_) return std::move(result_.error()); \
        std::move(*result_);                             \
    })
