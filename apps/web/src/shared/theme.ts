/** The two looks of the product; the one place where a colour is written down. */
export type Look = 'light' | 'dark';

const light = {
  paper: '#FBFAF7',
  sheet: '#FFFFFF',
  ink: '#1D2327',
  'ink-2': '#59636B',
  'ink-3': '#66717A',
  line: '#E6E3DC',
  'line-2': '#F0EEE8',
  quote: '#EFEEE9',
  selected: '#F1F6F5',
  teal: '#0E6A6B',
  'teal-strong': '#0B5455',
  'teal-soft': '#E6F0EF',
  'on-teal': '#FFFFFF',
  cinnabar: '#B8402A',
  'cinnabar-soft': '#F9EBE7',
  'on-cinnabar': '#FFFFFF',
  amber: '#96640A',
  'amber-soft': '#FAF1DE',
  green: '#2E7046',
  'green-soft': '#E8F2EB',
  repair: '#3D4C76',
  'repair-soft': '#E9ECF4',
  'on-repair': '#FFFFFF',
  hatch: '#E2DFD6',
  'budget-spent': '#2F5A5B',
  'budget-committed': '#5E938E',
  'budget-reserved': '#8CB8B3',
  mask: 'rgba(29, 35, 39, 0.32)',
  'tone-0': '#DDE8E6',
  'tone-0-ink': '#0B5455',
  'tone-1': '#EFE3D3',
  'tone-1-ink': '#7A4F14',
  'tone-2': '#E1E4EC',
  'tone-2-ink': '#3D4C76',
  'tone-3': '#EAE0E8',
  'tone-3-ink': '#6B3E63',
  'tone-4': '#E2EADB',
  'tone-4-ink': '#43602B',
} as const;

export type Token = keyof typeof light;

const dark: Record<Token, string> = {
  paper: '#14171A',
  sheet: '#1B2024',
  ink: '#E8EAE9',
  'ink-2': '#A9B2B8',
  'ink-3': '#87929A',
  line: '#2B3238',
  'line-2': '#232A2F',
  quote: '#232A2F',
  selected: '#20292B',
  teal: '#4FB3AE',
  'teal-strong': '#6BC7C2',
  'teal-soft': '#1D3535',
  'on-teal': '#0E1A1A',
  cinnabar: '#E5745C',
  'cinnabar-soft': '#3A2420',
  'on-cinnabar': '#14171A',
  amber: '#E0A93B',
  'amber-soft': '#352B18',
  green: '#6CBF8A',
  'green-soft': '#1E3226',
  repair: '#8FA0D0',
  'repair-soft': '#232A3B',
  'on-repair': '#14171A',
  hatch: '#343C42',
  'budget-spent': '#8CC4BE',
  'budget-committed': '#55908A',
  'budget-reserved': '#3F6B67',
  mask: 'rgba(0, 0, 0, 0.5)',
  'tone-0': '#24403F',
  'tone-0-ink': '#9AD3CF',
  'tone-1': '#40331F',
  'tone-1-ink': '#E2BE83',
  'tone-2': '#2A3146',
  'tone-2-ink': '#AEBBE2',
  'tone-3': '#3B2A38',
  'tone-3-ink': '#D9B0D1',
  'tone-4': '#2C3823',
  'tone-4-ink': '#B5D19B',
};

export const looks: Record<Look, Record<Token, string>> = { light, dark };

/** A token's colour, for the few places that no CSS variable reaches, such as the margins of printed pages. */
export const colourOf = (look: Look, token: Token): string => looks[look][token];

/** What devices bring for Chinese: as good as ours, and nothing has to be fetched. */
const ofTheDevice = [
  'PingFang SC',
  'HarmonyOS Sans SC',
  'MiSans',
  'Microsoft YaHei UI',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'Noto Sans SC',
];

/**
 * Latin, digits and punctuation first, then Chinese: the other way round quotes and middle dots come out full-width. Where the device has
 * no Chinese font, ours hold the signs of our own texts; whatever else people write comes from the packaged fonts, piece by piece.
 */
export const FONTS = ['Countersign Latin', ...ofTheDevice, 'Countersign Hanzi', 'Noto Sans SC Variable', 'Inter Variable']
  .map((family) => `'${family}'`)
  .concat('system-ui', 'sans-serif')
  .join(', ');

/** Puts the tokens on the page as `--<token>`; style sheets know colours only by these names. */
export function applyLook(look: Look, root: HTMLElement = document.documentElement): void {
  for (const [token, colour] of Object.entries(looks[look])) root.style.setProperty(`--${token}`, colour);
  root.style.setProperty('--fonts', FONTS);
  root.style.colorScheme = look;
  root.dataset.look = look;
}
