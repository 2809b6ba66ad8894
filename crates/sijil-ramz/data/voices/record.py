"""Records the ten digits in two languages and three voices each, as telephones carry them.

Needs espeak-ng 1.51 and numpy. Run it here; it writes ar.ulaw and en.ulaw beside itself: for each voice,
for each digit from 0, the number of samples (two bytes, big-endian) and the samples (8 kHz, mu-law, G.711).
"""

import pathlib
import subprocess
import tempfile
import wave

import numpy as np

RATE = 8000
# Loudness of every recording against full scale; leaves room above for the louder parts of a word.
LOUDNESS = 0.09
VOICES = {
    "ar": [("ar", 135, 50), ("ar+f2", 135, 55), ("ar+m3", 145, 40)],
    "en": [("en-us", 130, 50), ("en-gb+f2", 130, 55), ("en-us+m3", 135, 40)],
}
# As they are counted aloud, without the endings that full vowels would give them.
WORDS = {
    "ar": "صفر واحد إثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(),
    "en": "zero one two three four five six seven eight nine".split(),
}


def spoken(voice, speed, pitch, word):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "word.wav"
        command = ["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "-w", str(path), word]
        subprocess.run(command, check=True)
        with wave.open(str(path)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
            return samples.astype(float) / 32768, file.getframerate()


def telephone(samples, rate):
    """To 8 kHz by leaving out what is above 3.8 kHz; silence at both ends cut off; one loudness."""
    length = round(len(samples) * RATE / rate)
    spectrum = np.fft.rfft(samples)[: length // 2 + 1]
    spectrum[int(3800 * length / RATE):] = 0
    small = np.fft.irfft(spectrum, length) * length / len(samples)
    loud = np.flatnonzero(np.abs(small) > 0.03 * np.abs(small).max())
    small = small[max(loud[0] - 160, 0):loud[-1] + 320]
    small *= LOUDNESS / np.sqrt(np.mean(small**2))
    return np.clip(small, -1, 1)


def mu_law(samples):
    """ITU-T G.711, with its bits inverted as there."""
    values = np.minimum(np.abs(np.round(samples * 32767)).astype(int), 32635) + 132
    exponent = np.floor(np.log2(values)).astype(int) - 7
    mantissa = (values >> (exponent + 3)) & 15
    sign = np.where(samples < 0, 128, 0)
    return (~(sign | exponent << 4 | mantissa) & 255).astype(np.uint8).tobytes()


here = pathlib.Path(__file__).parent
for language, voices in VOICES.items():
    packed = b""
    for voice, speed, pitch in voices:
        for word in WORDS[language]:
            recording = mu_law(telephone(*spoken(voice, speed, pitch, word)))
            packed += len(recording).to_bytes(2, "big") + recording
    (here / f"{language}.ulaw").write_bytes(packed)
    print(language, len(packed))
