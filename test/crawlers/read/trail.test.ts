import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../model/reading.ts';
import { listing, page, product } from './pages.ts';

const H1 = '<h1>Cordless drill 18V</h1><p class="price">€119.00</p>';
const trail = (html: string) => valueOf(listing(page(undefined, `${html}${H1}`)).fields.breadcrumbs);

describe('breadcrumbs the page shows', () => {
  it.each([
    ['a list', '<ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/tools">Tools</a></li><li>Drills</li></ul>'],
    ['signs between', '<div id="breadcrumbs"><a href="/">Home</a> &gt; <a href="/tools">Tools</a> &gt; Drills</div>'],
    ['signs glued to names', '<nav class="woocommerce-breadcrumb"><a href="/">Home</a>&nbsp;/&nbsp;<a href="/tools">Tools</a>&nbsp;/&nbsp;Drills</nav>'],
    ['words in front', '<div class="breadcrumb">You are here: <a href="/">Home</a> » <a href="/tools">Tools</a> » Drills</div>'],
    ['signs of their own', '<ol class="c-breadcrumbs"><li>Home</li><li class="sep">→</li><li>Tools</li><li class="sep">→</li><li>Drills</li></ol>'],
    ['a label in front', '<div class="breadcrumb"><b>Category:</b> <a href="/">Home</a> » <a href="/tools">Tools</a> » Drills</div>'],
    ['wide signs', '<div class="breadcrumb"><a href="/">Home</a> ＞ <a href="/tools">Tools</a>＞Drills</div>'],
    ['a link back', '<div class="breadcrumbs"><a href="#">Back</a><a href="/">Home</a><a href="/tools">Tools</a><span>Drills</span></div>'],
    ['a menu of neighbours', '<ul class="breadcrumb"><li>Home</li><li><a>Tools</a><ul class="dropdown-menu"><li>Garden</li><li>Paint</li></ul></li><li>Drills</li></ul>'],
    ['one text', '<p class="breadcrumb">Home › Tools › Drills</p>'],
  ])('%s', (_, html) => {
    expect(trail(html)).toEqual(['Home', 'Tools', 'Drills']);
  });

  it('Chinese', () => {
    expect(trail('<div class="breadcrumb">当前位置：<a>首页</a> &gt; <a>工具</a></div>')).toEqual(['首页', '工具']);
  });
});

describe('properties the page shows', () => {
  const attributes = (html: string, data?: unknown) => valueOf(listing(page(data, `${H1}<del>€150</del>${html}`)).fields.attributes);

  it.each([
    ['a table with heads', '<table><tr><th>Specification</th><th>Value</th></tr><tr><th>Weight</th><td>1.8 kg</td></tr><tr><th>Voltage:</th><td>18 V</td></tr></table>'],
    ['a table of two columns', '<table><tr><td>Weight</td><td>1.8 kg</td></tr><tr><td>Voltage</td><td>18 V</td></tr></table>'],
    ['a list of terms', '<dl><dt>Weight</dt><dd>1.8 kg</dd><dt>Voltage</dt><dd>18 V</dd></dl>'],
  ])('%s', (_, html) => {
    expect(attributes(html)).toEqual({ Weight: '1.8 kg', Voltage: '18 V' });
  });

  it.each([
    ['a table of sizes', '<table><tr><th>S</th><th>M</th><th>L</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>'],
    ['one row', '<table><tr><td>Weight</td><td>1.8 kg</td></tr></table>'],
    ['whom to ask', '<table><tr><td>Tel:</td><td>+421 2 321 320 32</td></tr><tr><td>E-mail:</td><td><a href="mailto:a.b@shop.example">a.b@shop.example</a></td></tr><tr><td>厂商电话</td><td>02-29345217</td></tr></table>'],
    ['a menu of terms', `<dl><dt>Brands</dt>${'<dd><a href="/x">Acme</a></dd>'.repeat(9)}</dl><dl><dt>Categories</dt>${'<dd><a href="/y">Lamps</a></dd>'.repeat(9)}</dl>`],
    ['prices of quantities', '<table><tr><td>5</td><td>€100.00</td></tr><tr><td>10</td><td>€90.00</td></tr></table>'],
    ['other articles', '<div class="related-products"><table><tr><td>Weight</td><td>1 kg</td></tr><tr><td>Voltage</td><td>12 V</td></tr></table></div>'],
  ])('%s gives none', (_, html) => {
    expect(attributes(html)).toBeUndefined();
  });

  it('several values of one term are one property', () => {
    expect(attributes('<dl><dt>Colours</dt><dd>red</dd><dd>blue</dd><dt>Phone</dt><dd>iPhone 15</dd></dl><dl><dd>stray</dd></dl>')).toEqual({ Colours: 'red, blue', Phone: 'iPhone 15' });
    expect(attributes('<dl><dt>Weight</dt><dd>1 kg</dd><dt>Voltage</dt><dd>18 V</dd>')).toEqual({ Weight: '1 kg', Voltage: '18 V' });
  });

  it('data go before tables', () => {
    const html = '<table><tr><th>Weight</th><td>1.8 kg</td></tr><tr><th>Voltage</th><td>18 V</td></tr></table>';
    expect(attributes(html, product({}, { additionalProperty: [{ '@type': 'PropertyValue', name: 'Voltage', value: '20 V' }] }))).toEqual({ Voltage: '20 V' });
  });
});

describe('a brand in microdata', () => {
  const brand = (html: string) => valueOf(listing(page(undefined, `<div itemscope itemtype="https://schema.org/Product">${H1.replace('<h1', '<h1 itemprop="name"')}${html}</div>`)).fields.brand);

  it('may be its logo alone', () => {
    expect(brand('<div itemprop="brand"><a href="/"><img src="/logo.png" alt="Acme"></a></div>')).toBe('Acme');
    expect(brand('<img itemprop="brand" src="/logo.png" alt="Acme">')).toBe('Acme');
  });

  it('is no description and no menu', () => {
    expect(brand(`<div itemprop="brand">${'A brand that has been made for many years by many people. '.repeat(2)}</div>`)).toBeUndefined();
  });
});
