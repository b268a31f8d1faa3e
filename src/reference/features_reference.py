"""The figures that FeaturesReferenceTest holds Heed's features against.

Runs the same data through scikit-learn (StandardScaler and MinMaxScaler; QuantileTransformer with
uniform output; CountVectorizer and TfidfVectorizer with smooth_idf and L2 norm; FeatureHasher), and
stores what comes out.

    pip install scikit-learn
    python src/reference/features_reference.py
"""

import json
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import MinMaxScaler, QuantileTransformer, StandardScaler

TARGET = Path(__file__).parents[1] / "data/test/resources/heed/features/features-reference.json"

TRAIN = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0, 5.0, 3.0, 5.0]
ASKED = [-1.0, 1.0, 1.5, 2.75, 3.0, 5.0, 5.5, 8.9, 9.0, 12.0]
TEXTS = [
    "the quick brown fox",
    "the lazy dog and the fox",
    "",
    "brown dog brown dog brown",
    "jump over the lazy dog",
]
ASKED_TEXTS = ["the fox the fox dog", "unknown words only", "lazy brown unknown"]
CATEGORIES = ["acme", "Müller", "日本", "a b", "zeta", "eta", "theta", "iota", "kappa", "x"]
HASHED_COLUMNS = 8


def scaled(transformer):
    transformer.fit(np.array(TRAIN)[:, None])
    return transformer.transform(np.array(ASKED)[:, None])[:, 0].tolist()


def vectorised(vectorizer):
    # A missing text is left out of what is fitted, as Heed does.
    vectorizer.fit([text for text in TEXTS if text])
    return {
        "words": vectorizer.get_feature_names_out().tolist(),
        "rows": vectorizer.transform(ASKED_TEXTS).toarray().tolist(),
    }


def main():
    hasher = FeatureHasher(HASHED_COLUMNS, input_type="string")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    reference = {
        "train": TRAIN,
        "asked": ASKED,
        "min-max": scaled(MinMaxScaler()),
        "z-score": scaled(StandardScaler()),
        "quantile": scaled(QuantileTransformer(n_quantiles=len(TRAIN))),
        "texts": TEXTS,
        "asked texts": ASKED_TEXTS,
        "words": vectorised(CountVectorizer(analyzer=str.split)),
        "tfidf": vectorised(TfidfVectorizer(analyzer=str.split)),
        "categories": CATEGORIES,
        "hashed": hasher.transform([[name] for name in CATEGORIES]).toarray().tolist(),
    }
    TARGET.write_text(json.dumps(reference, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
