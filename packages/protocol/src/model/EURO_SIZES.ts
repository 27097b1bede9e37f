/**
 * About how many units of a currency make a euro, to one digit; a currency that is not here counts as of the euro's size. It
 * sets the size of an expert threshold, which is no finer than that: money itself is never converted.
 */
export const EURO_SIZES: Readonly<Record<string, number>> = {
  JPY: 200, KRW: 2_000, CNY: 8, HKD: 9, TWD: 40, MOP: 9, INR: 100, PKR: 300, BDT: 100, LKR: 300, NPR: 200, THB: 40, PHP: 70, MYR: 5, IDR: 20_000, VND: 30_000, KZT: 600,
  SAR: 4, AED: 4, QAR: 4, ILS: 4, EGP: 50, MAD: 10, TND: 3, DZD: 200, IQD: 2_000, LBP: 100_000, IRR: 1_000_000, TRY: 50, KWD: 0.4, BHD: 0.4, OMR: 0.4,
  RUB: 90, UAH: 50, PLN: 4, CZK: 20, HUF: 400, RON: 5, BGN: 2, RSD: 100, SEK: 10, NOK: 10, DKK: 7, ISK: 100,
  ZAR: 20, NGN: 2_000, KES: 200, GHS: 10, BRL: 6, MXN: 20, ARS: 2_000, CLP: 1_000, COP: 4_000, PEN: 4, UYU: 50, CRC: 600, AUD: 2, NZD: 2, CAD: 2,
};
