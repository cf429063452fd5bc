// The same job as PreviewJobs, done by sharp: FILE AT-ONCE WARM-UP-MILLIS MEASURED-MILLIS.
// One thread per job, as ours has; nothing is remembered from one job to the next.
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import sharp from 'sharp';

const [file, ...numbers] = process.argv.slice(2);
const [atOnce, warmUp, measured] = numbers.map(Number);
const picture = await readFile(file);
sharp.concurrency(1);
sharp.cache(false);

const preview = () =>
  sharp(picture)
    .rotate()
    .resize(512, 512, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 92 })
    .toBuffer();

await preview();
const begin = performance.now() + warmUp;
const end = begin + measured;
const took = [];
const repeat = async () => {
  while (performance.now() < end) {
    const from = performance.now();
    await preview();
    const now = performance.now();
    if (now >= begin && now <= end) took.push(now - from);
  }
};
const workers = Array.from({ length: atOnce }, repeat);
await new Promise((resolve) => setTimeout(resolve, warmUp));
const before = process.cpuUsage();
await new Promise((resolve) => setTimeout(resolve, measured));
const cpu = process.cpuUsage(before);
const jobs = took.length;
await Promise.all(workers);
took.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    perSecond: (jobs * 1000) / measured,
    medianMillis: took[took.length >> 1] ?? 0,
    cpuMillis: (cpu.user + cpu.system) / 1000 / Math.max(1, jobs),
    peakResident: process.resourceUsage().maxRSS * 1024,
  }),
);
