// See modules.h.
#include "modules.h"
#include <cstdio>
#include <cstdlib>

namespace driver {

// The newest PTX that a driver knows: 12.4 brings PTX 8.4, 13.0 brings 9.0. (Release notes of PTX, table of versions.)
static int newest_ptx(int version) {
    int major = version / 1000, minor = version % 1000 / 10;
    return (major - 4) * 10 + minor;
}

Result check_ptx(const std::string& ptx, int version, int capability) {
    size_t at = ptx.find(".version ");
    int major = 0, minor = 0;
    if (at == std::string::npos || sscanf(ptx.c_str() + at, ".version %d.%d", &major, &minor) != 2) return INVALID_PTX;
    if (ptx.find(".visible .entry") == std::string::npos) return INVALID_PTX;
    if (major * 10 + minor > newest_ptx(version)) return UNSUPPORTED_PTX_VERSION;
    const std::string target = ".target sm_";
    at = ptx.find(target);
    return at == std::string::npos || atoi(ptx.c_str() + at + target.size()) > capability ? INVALID_PTX : SUCCESS;
}

// The head of a kernel: .visible .entry name( .param .u64 name_param_0, .param .f32 name_param_1 ) .maxntid 256 {
bool find_entry(const std::string& ptx, const std::string& name, Entry* entry) {
    size_t begin = ptx.find(".visible .entry " + name + "(");
    if (begin == std::string::npos) return false;
    std::string head = ptx.substr(begin, ptx.find('{', begin) - begin);
    const std::string param = ".param .", max_threads = ".maxntid ";
    entry->parameters.clear();
    for (size_t at = head.find(param); at != std::string::npos; at = head.find(param, at + 1)) {
        const char* type = head.c_str() + at + param.size(); // u64, f32, s32, b8 ...
        entry->parameters.push_back({static_cast<size_t>(atoi(type + 1)) / 8, *type == 'f'});
    }
    size_t at = head.find(max_threads);
    entry->max_threads = at == std::string::npos ? MAX_BLOCK_THREADS : atoi(head.c_str() + at + max_threads.size());
    return true;
}

} // namespace driver
