// Runs the library beside the page, so that the page stays awake.  It asks for nothing but
// the files that lie beside it, and sends what it counted back as plain JSON.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const start = async () => {
  const { wheels } = await (await fetch("files.json")).json();
  const [python, ...packed] = await Promise.all([
    loadPyodide({ indexURL: new URL("pyodide/", location.href).href }),
    ...wheels.map(async (name) => (await fetch(`wheels/${name}`)).arrayBuffer()),
  ]);
  for (const wheel of packed) python.unpackArchive(wheel, "whl");
  const library = python.pyimport("kuntapaatos.io.browser");
  const version = python.pyimport("kuntapaatos").__version__;
  return { library, about: `kuntapaatos ${version}, ${library.about()}` };
};

const ready = start();
// The first answer loads what the others have: while a person looks for the decision, a small
// one is answered for nobody.
const SMALL = "Kunnanhallitus 3.2.2025 § 14\nVuokra\nPäätös\nHyväksyttiin.\n";
const KNOWN = { name: "", given: { letters: "2025-02-05" }, language: "fi" };
ready.then(
  ({ library, about }) => {
    postMessage({ ready: about });
    library.answer(SMALL, JSON.stringify(KNOWN));
  },
  (fault) => postMessage({ failed: String(fault) }),
);

onmessage = async ({ data: { number, content, name, given, language } }) => {
  try {
    const { library } = await ready;
    const asked = JSON.stringify({ name, given, language });
    postMessage({ number, answer: JSON.parse(library.answer(content, asked)) });
  } catch (fault) {
    postMessage({ number, failed: String(fault) });
  }
};
