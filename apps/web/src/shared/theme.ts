import type { ThemeConfig } from 'antd';

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

type Token = keyof typeof light;

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

const looks: Record<Look, Record<Token, string>> = { light, dark };

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

type Palette = Record<Token, string>;
type Tokens = NonNullable<ThemeConfig['token']>;

/** antd's dark algorithm would repaint these colours: both looks state all of them instead. */
const meaningTokens = (colour: Palette): Tokens => ({
  colorBgBase: colour.sheet,
  colorTextBase: colour.ink,
  colorPrimary: colour.teal,
  colorPrimaryHover: colour['teal-strong'],
  colorPrimaryActive: colour['teal-strong'],
  colorPrimaryBg: colour['teal-soft'],
  colorPrimaryBgHover: colour['teal-soft'],
  colorPrimaryBorder: colour.teal,
  colorErrorBg: colour['cinnabar-soft'],
  colorErrorHover: colour.cinnabar,
  colorErrorBorderHover: colour.cinnabar,
  colorWarningBg: colour['amber-soft'],
  colorSuccessBg: colour['green-soft'],
  colorInfoBg: colour['teal-soft'],
  controlItemBgActive: colour['teal-soft'],
  controlItemBgActiveHover: colour['teal-soft'],
  controlItemBgHover: colour.selected,
  controlOutline: colour['teal-soft'],
  colorLink: colour.teal,
  colorLinkHover: colour['teal-strong'],
  colorError: colour.cinnabar,
  colorWarning: colour.amber,
  colorSuccess: colour.green,
  colorInfo: colour.teal,
});

const surfaceTokens = (colour: Palette): Tokens => ({
  colorText: colour.ink,
  colorTextSecondary: colour['ink-2'],
  colorTextTertiary: colour['ink-3'],
  colorTextPlaceholder: colour['ink-3'],
  colorTextDescription: colour['ink-3'],
  colorTextDisabled: colour['ink-3'],
  colorTextLightSolid: colour['on-teal'],
  colorBgLayout: colour.paper,
  colorBgContainer: colour.sheet,
  colorBgElevated: colour.sheet,
  colorBgMask: colour.mask,
  colorBgContainerDisabled: colour['line-2'],
  colorBorder: colour.line,
  colorBorderDisabled: colour['line-2'],
  colorBorderSecondary: colour['line-2'],
  colorSplit: colour.line,
});

const measures: Tokens = {
  fontFamily: FONTS,
  fontSize: 14,
  lineHeight: 22 / 14,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusLG: 6,
  borderRadiusSM: 4,
  controlHeightLG: 44,
  controlHeightSM: 28,
  motionDurationFast: '0.08s',
  motionDurationMid: '0.12s',
  motionDurationSlow: '0.15s',
  wireframe: false,
};

const componentsOf = (colour: Palette): NonNullable<ThemeConfig['components']> => ({
  Button: {
    fontWeight: 500,
    defaultShadow: 'none',
    primaryShadow: 'none',
    dangerShadow: 'none',
    primaryColor: colour['on-teal'],
    paddingInline: 16,
  },
  Input: { paddingInline: 12, activeShadow: `0 0 0 2px ${colour['teal-soft']}` },
  Tooltip: { colorBgSpotlight: colour.ink, colorTextLightSolid: colour.paper },
  Select: { optionSelectedBg: colour['teal-soft'], optionSelectedColor: colour.teal },
  Table: { headerBg: colour.sheet, headerColor: colour['ink-3'], fontSize: 13, cellPaddingBlock: 9, cellPaddingInline: 16 },
  Segmented: { trackBg: colour.sheet, itemSelectedBg: colour['teal-soft'], itemSelectedColor: colour.teal, itemHoverBg: colour.selected },
  Tabs: { horizontalItemGutter: 16, titleFontSize: 13 },
  Modal: { titleFontSize: 16 },
});

/** The same tokens for antd. Motion is switched off where the reader asked for less of it; fingers get larger controls. */
export function antdThemeOf(look: Look, { calm, fingers }: { calm: boolean; fingers: boolean }): ThemeConfig {
  const colour = looks[look];
  const controlHeight = fingers ? measures.controlHeightLG : 36;
  return {
    token: { ...meaningTokens(colour), ...surfaceTokens(colour), ...measures, controlHeight, motion: !calm },
    components: componentsOf(colour),
  };
}
