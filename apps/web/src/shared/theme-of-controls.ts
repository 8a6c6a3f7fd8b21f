import type { ThemeConfig } from 'antd';
import { FONTS, looks, type Look, type Token } from './theme';

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
