"""Attention flow by networkx's maximum flow, for AttentionFlowTest: prints a row of shares.

Weights that a formula gives: W[layer][head][query][key] is (1 + (7 query + 3 key + 5 layer + 2 head) mod 11) up to
the diagonal, divided by its row's sum. The mean of two heads and the residual branch, (W + I) / 2, are capacities
(Abnar and Zuidema 2020, section 3); the last place at the top is the source, each place at the bottom once the sink.
"""

import networkx

PLACES, LAYERS, HEADS = 5, 3, 2


def capacity(layer, query, key):
    def weight(head):
        row = [1 + (7 * query + 3 * k + 5 * layer + 2 * head) % 11 for k in range(query + 1)]
        return row[key] / sum(row)

    return sum(weight(head) for head in range(HEADS)) / HEADS / 2 + (0.5 if query == key else 0)


graph = networkx.DiGraph()
for layer in range(LAYERS):
    for query in range(PLACES):
        for key in range(query + 1):
            graph.add_edge((layer + 1, query), (layer, key), capacity=capacity(layer, query, key))
flows = [networkx.maximum_flow_value(graph, (LAYERS, PLACES - 1), (0, place)) for place in range(PLACES)]
print("flow  ", [round(flow, 7) for flow in flows])
print("shares", [round(flow / sum(flows), 7) for flow in flows])
