"""BERT4Rec around PyTorch's own post-norm encoder layer; see reference.py."""

import torch
from torch import arange, nn

from reference import HEADS, ITEMS, MASK, MAX_LENGTH, WIDTH, masked_items, write


class Block(nn.TransformerEncoderLayer):
    """The official layer under Heed's names; it returns the attention too."""

    def __init__(self):
        super().__init__(WIDTH, HEADS, 4 * WIDTH, dropout=0.0, activation="gelu", batch_first=True)

    def forward(self, x, padding):
        _, weights = self.self_attn(x, x, x, key_padding_mask=padding, average_attn_weights=False)
        return super().forward(x, src_key_padding_mask=padding), weights


class Bert4Rec(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.maskVector = nn.Parameter(torch.zeros(1, WIDTH))
        self.positions = nn.Embedding(MAX_LENGTH + 1, WIDTH)
        self.inputNorm = nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.output = nn.Linear(WIDTH, WIDTH)

    def forward(self, items, times):
        vectors = torch.cat([self.items.weight, self.maskVector])
        x = self.inputNorm(vectors[items] + self.positions(arange(items.shape[1])))
        attention = []
        for block in self.blocks:
            x, weights = block(x, items == 0)
            attention.append(weights)
        return nn.functional.gelu(self.output(x)), attention


if __name__ == "__main__":
    assert MASK == ITEMS + 1
    write("bert4rec", Bert4Rec(2), masked_items([[1, 4], [2], [0], [0, 3]]))
