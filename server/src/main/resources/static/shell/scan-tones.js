// Three tones that cannot be taken for each other, and a soft one for what was scanned before. The
// words on the page always say the same; tones and shaking may be off.
const OFF = "scan-sound";
const TONES = {
  ok: [[880, 0, 0.1, 0.25]],
  check: [[560, 0, 0.12, 0.25], [560, 0.2, 0.12, 0.25]],
  stop: [[180, 0, 0.5, 0.5]],
  soft: [[440, 0, 0.08, 0.08]],
};
const SHAKES = { ok: [40], check: [80, 80, 80], stop: [400], soft: [15] };
let audio = null;

export function isSilent() {
  return localStorage.getItem(OFF) === "off";
}

export function silence(off) {
  localStorage.setItem(OFF, off ? "off" : "on");
}

function play([pitch, begin, length, loud]) {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = pitch < 300 ? "square" : "sine";
  tone.frequency.value = pitch;
  gain.gain.value = loud;
  tone.connect(gain).connect(audio.destination);
  tone.start(audio.currentTime + begin);
  tone.stop(audio.currentTime + begin + length);
}

export function sound(name) {
  if (isSilent()) return;
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) navigator.vibrate?.(SHAKES[name]);
  if (!window.AudioContext || !navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  audio.resume();
  TONES[name].forEach(play);
}
