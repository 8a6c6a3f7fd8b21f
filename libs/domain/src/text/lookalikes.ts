/** Capital letters that no reader tells from a Latin one: Cyrillic, then Greek (Unicode Technical Standard 39, confusables). */
export const LOOKALIKES: Readonly<Record<string, string>> = {
  ...paired('АВЕКМНОРСТУХІЈЅԚԜҮ', 'ABEKMHOPCTYXIJSQWY'),
  ...paired('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
};

function paired(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, index) => [letter, latin[index] ?? letter]));
}
