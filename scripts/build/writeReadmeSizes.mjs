/** The README's names for the files whose sizes it tells. */
const MARKS = {
  core: 'tactful.js', ship: 'tactful-ship.js', domain: 'tactful-domain.js', act: 'tactful-act.js', sense: 'tactful-sense.js', shop: 'tactful-shop.js', consent: 'tactful-consent.js', user: 'tactful-user.js', widget: 'tactful-widget.js',
  talk: 'tactful-talk.js', survey: 'tactful-survey.js', data: 'tactful-data.js', helped: 'tactful-helped.js', debug: 'tactful-debug.js', pixel: 'tactful-pixel.js',
};

/** The README with each `<!-- size:name -->…<!-- /size -->` saying what was measured. */
export function writeReadmeSizes(readme, sizes) {
  return readme.replace(/(<!-- size:(\w+) -->)[^<]*(<!-- \/size -->)/g, (whole, open, name, close) => {
    const found = sizes.find(({ file }) => file === MARKS[name]);
    return found ? `${open}${found.gzip.toLocaleString('en-US')}${close}` : whole;
  });
}
