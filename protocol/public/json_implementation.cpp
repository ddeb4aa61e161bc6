// Boost.JSON compiled once, into this library: whoever links it may include <boost/json.hpp>.
#include <boost/json/src.hpp>
