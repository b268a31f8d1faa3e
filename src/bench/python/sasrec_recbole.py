"""What RecBole is told of a SASRec of width 64 over a log in its own format: the same in all benchmarks."""


def sasrec_settings(folder, length, dropout):
    """The log stands in this folder; that many events are read."""
    return {
        "data_path": folder,
        "USER_ID_FIELD": "user",
        "ITEM_ID_FIELD": "item",
        "TIME_FIELD": "time",
        "load_col": {"inter": ["user", "item", "time"]},
        "MAX_ITEM_LIST_LENGTH": length,
        "train_neg_sample_args": None,
        "loss_type": "CE",
        "n_layers": 2,
        "n_heads": 2,
        "hidden_size": 64,
        "inner_size": 64,
        "hidden_dropout_prob": dropout,
        "attn_dropout_prob": dropout,
        "hidden_act": "relu",
        "use_gpu": False,
        "eval_args": {"split": {"LS": "valid_and_test"}, "order": "TO", "mode": "full", "group_by": "user"},
    }
