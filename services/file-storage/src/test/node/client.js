// Speaks to file-storage as the single-page client does: node client.js <base url> <token> <picture>.
// Prints one line of JSON for each way of the wire.
globalThis.XMLHttpRequest = require('xhr2');
const { readFileSync } = require('fs');
const jspb = require('google-protobuf');
const { GrpcWebClientBase, MethodDescriptor, MethodType } = require('grpc-web');

const SERVICE = '/file_upload.FileUploadGrpcEndpoint/';
const [base, token, file] = process.argv.slice(2);
const picture = new Uint8Array(readFileSync(file));

function written(fill) {
  const writer = new jspb.BinaryWriter();
  fill(writer);
  return writer.getResultBuffer();
}

function read(bytes) {
  const fields = {};
  const reader = new jspb.BinaryReader(bytes);
  while (reader.nextField()) {
    fields[reader.getFieldNumber()] =
      reader.getWireType() === 2 ? Buffer.from(reader.readBytes()) : reader.readInt32();
  }
  return fields;
}

const method = (name, write) =>
  new MethodDescriptor(SERVICE + name, MethodType.UNARY, Object, Object, write, read);
const upload = method('UploadImageAsync', (request) =>
  written((to) => {
    to.writeBytes(1, request.content);
    to.writeEnum(2, request.role);
  }));
const download = method('DownloadImageAsync', (request) =>
  written((to) => {
    to.writeString(1, request.id);
    to.writeInt32(2, 1);
  }));

async function code(call) {
  try {
    await call;
    return 0;
  } catch (e) {
    return e.code;
  }
}

async function speak(format) {
  const client = new GrpcWebClientBase({ format });
  const call = (descriptor, request, authorization) =>
    client.unaryCall(base + descriptor.name, request, { authorization }, descriptor);
  const uploaded = await call(upload, { content: picture, role: 1 }, token);
  const id = uploaded[1].toString();
  const downloaded = await call(download, { id }, token);
  console.log(
    JSON.stringify({
      format,
      width: uploaded[2],
      height: uploaded[3],
      imageFormat: uploaded[4],
      same: Buffer.compare(downloaded[1], Buffer.from(picture)) === 0,
      unknown: await code(call(download, { id: 'unknown' }, token)),
      stranger: await code(call(download, { id }, 'nonsense')),
      empty: await code(call(upload, { content: new Uint8Array(0), role: 2 }, token)),
    }));
}

speak('binary').then(() => speak('text'));
