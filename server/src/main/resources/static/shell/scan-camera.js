// The eye of a phone: the browser's own reader where it has one, else a photo for the server.
const EVERY = 250;
const FORMATS = ["data_matrix", "qr_code", "code_128", "ean_13", "ean_8", "itf", "upc_a"];

export function canWatch() {
  return "BarcodeDetector" in window && navigator.mediaDevices?.getUserMedia !== undefined;
}

export async function watch(video, onScan) {
  const reader = new BarcodeDetector({ formats: FORMATS });
  const wanted = { video: { facingMode: "environment" } };
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  let last = "";
  const timer = setInterval(async () => {
    const found = await reader.detect(video).catch(() => []);
    const text = found[0]?.rawValue ?? "";
    if (text !== "" && text !== last) onScan(text);
    last = text;
  }, EVERY);
  return () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    video.hidden = true;
  };
}

export async function readPhoto(file, headers, query) {
  const body = new FormData();
  body.append("photo", file);
  return fetch(`/api/v1/scans/photo?${query}`, { method: "POST", headers, body });
}
