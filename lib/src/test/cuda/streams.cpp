// See streams.h.
#include "streams.h"
#include <algorithm>
#include <chrono>
#include <vector>

namespace driver {

using Clock = std::chrono::steady_clock;

struct Graph { std::vector<Work> work; };

struct Stream {
    std::vector<Work> waiting;
    Graph* capture = nullptr;
    bool forbids = false; // whether the capture forbids other calls to its thread
};

struct Event {
    Stream* stream = nullptr;
    Clock::time_point time;
    bool pending = false;
    bool recorded = false;
};

static Stream default_stream;
static std::vector<Stream*> streams{&default_stream};

static Stream* stream_of(void* handle) { return handle ? static_cast<Stream*>(handle) : &default_stream; }

Result enqueue(void* handle, Work work) {
    Stream* stream = stream_of(handle);
    (stream->capture ? stream->capture->work : stream->waiting).push_back(std::move(work));
    return sticky;
}

Result run(void* handle) {
    std::vector<Work> all;
    all.swap(stream_of(handle)->waiting);
    for (const Work& each : all) {
        if (sticky) break;
        each();
    }
    return sticky;
}

Result run_all() {
    for (Stream* each : streams) run(each);
    return sticky;
}

void clear_streams() {
    for (Stream* each : streams) each->waiting.clear();
}

} // namespace driver

using namespace driver;

ENTRY_POINT cuStreamCreate(void** stream, unsigned) {
    return in_context([&] {
        *stream = streams.emplace_back(new Stream);
        return SUCCESS;
    });
}
ENTRY_POINT cuStreamDestroy_v2(void* handle) {
    return after_init([&]() -> int {
        auto found = std::find(streams.begin(), streams.end(), handle);
        if (!handle || found == streams.end()) return INVALID_HANDLE;
        run(handle);
        streams.erase(std::find(streams.begin(), streams.end(), handle));
        delete static_cast<Stream*>(handle);
        return sticky;
    });
}
ENTRY_POINT cuStreamSynchronize(void* stream) {
    return outside_capture([&] { return settings().no_sync ? sticky : run(stream); });
}
ENTRY_POINT cuCtxSynchronize() { return outside_capture(run_all); }
ENTRY_POINT cuStreamQuery(void* stream) {
    return outside_capture([&] { return stream_of(stream)->waiting.empty() ? SUCCESS : NOT_READY; });
}

ENTRY_POINT cuStreamBeginCapture_v2(void* handle, int mode) {
    constexpr int RELAXED = 2;
    return in_context([&] {
        Stream* stream = stream_of(handle);
        if (!handle || stream->capture) return STREAM_CAPTURE_UNSUPPORTED; // the default stream cannot be captured
        stream->capture = new Graph;
        stream->forbids = mode != RELAXED;
        captures += stream->forbids;
        return SUCCESS;
    });
}
ENTRY_POINT cuStreamEndCapture(void* handle, void** graph) {
    return in_context([&] {
        Stream* stream = stream_of(handle);
        if (!stream->capture) return INVALID_VALUE;
        captures -= stream->forbids;
        *graph = stream->capture;
        stream->capture = nullptr;
        return SUCCESS;
    });
}
ENTRY_POINT cuGraphInstantiateWithFlags(void** executable, void* graph, unsigned long long) {
    return in_context([&] {
        *executable = new Graph(*static_cast<Graph*>(graph));
        return SUCCESS;
    });
}
ENTRY_POINT cuGraphLaunch(void* executable, void* stream) {
    return in_context([&] {
        for (const Work& each : static_cast<Graph*>(executable)->work) enqueue(stream, each);
        return sticky;
    });
}
static int destroy_graph(void* graph) {
    return after_init([&] {
        delete static_cast<Graph*>(graph);
        return sticky;
    });
}
ENTRY_POINT cuGraphDestroy(void* graph) { return destroy_graph(graph); }
ENTRY_POINT cuGraphExecDestroy(void* executable) { return destroy_graph(executable); }

ENTRY_POINT cuEventCreate(void** event, unsigned) {
    return in_context([&] {
        *event = new Event;
        return SUCCESS;
    });
}
ENTRY_POINT cuEventDestroy_v2(void* handle) {
    return after_init([&] {
        run_all(); // what waits may speak of the event
        delete static_cast<Event*>(handle);
        return sticky;
    });
}
ENTRY_POINT cuEventRecord(void* handle, void* stream) {
    return in_context([&] {
        auto* event = static_cast<Event*>(handle);
        event->stream = stream_of(stream);
        event->pending = event->recorded = true;
        return enqueue(stream, [=] {
            event->time = Clock::now();
            event->pending = false;
        });
    });
}
ENTRY_POINT cuEventSynchronize(void* handle) {
    return outside_capture([&] {
        auto* event = static_cast<Event*>(handle);
        return event->pending ? run(event->stream) : sticky;
    });
}
ENTRY_POINT cuEventQuery(void* event) {
    return in_context([&] { return static_cast<Event*>(event)->pending ? NOT_READY : SUCCESS; });
}
ENTRY_POINT cuStreamWaitEvent(void* stream, void* handle, unsigned) {
    return in_context([&] {
        auto* event = static_cast<Event*>(handle);
        return enqueue(stream, [=] { if (event->pending) run(event->stream); });
    });
}
ENTRY_POINT cuEventElapsedTime(float* milliseconds, void* from, void* to) {
    return in_context([&] {
        auto *start = static_cast<Event*>(from), *end = static_cast<Event*>(to);
        if (!start->recorded || !end->recorded) return INVALID_HANDLE;
        if (start->pending || end->pending) return NOT_READY;
        *milliseconds = std::chrono::duration<float, std::milli>(end->time - start->time).count();
        return SUCCESS;
    });
}
