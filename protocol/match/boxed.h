#pragma once

#include <memory>
#include <utility>

namespace scoreboard::match {

// A value that stands apart from the object that holds it: for what is large and rare inside what is small
// and kept by the ten thousand. Copies are deep; it is never empty, other than after a move.
template <class T>
class Boxed {
public:
    Boxed() : value_(std::make_unique<T>()) {}
    Boxed(T value) : value_(std::make_unique<T>(std::move(value))) {} // NOLINT(google-explicit-constructor)
    Boxed(const Boxed& other) : value_(std::make_unique<T>(*other)) {}
    Boxed(Boxed&&) noexcept = default;
    Boxed& operator=(Boxed other) noexcept
    {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Boxed() = default;

    const T& operator*() const { return *value_; }
    T& operator*() { return *value_; }
    const T* operator->() const { return value_.get(); }
    T* operator->() { return value_.get(); }
    bool operator==(const Boxed& other) const { return *value_ == *other; }

private:
    std::unique_ptr<T> value_;
};

} // namespace scoreboard::match
