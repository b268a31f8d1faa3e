"""Times the phases of one run of a peer and prints them as one line of JSON."""

import json
import resource
import time


class Phases:
    def __init__(self):
        self.seconds = {}
        self.begin = self.last = time.perf_counter()

    def done(self, name):
        now = time.perf_counter()
        self.seconds[name] = round(now - self.last, 3)
        self.last = now

    def tell(self, side, **counts):
        seconds = self.seconds | {"total": round(self.last - self.begin, 3)}
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(json.dumps({"side": side, "seconds": seconds, "peak GiB": round(peak, 2), "counts": counts}))
