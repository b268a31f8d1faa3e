"""GRU4Rec, and its LSTM sibling, from PyTorch's recurrent layers; see reference.py."""

from torch import nn

from reference import ITEMS, WIDTH, write


class Gru4Rec(nn.Module):
    def __init__(self, cell, layers):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.layers = nn.ModuleList(cell(WIDTH, WIDTH, batch_first=True) for _ in range(layers))

    def forward(self, items, times):
        x = self.items(items)
        for layer in self.layers:
            x, _ = layer(x)
        return x, []


if __name__ == "__main__":
    write("gru", Gru4Rec(nn.GRU, 1))
    write("lstm", Gru4Rec(nn.LSTM, 1))
