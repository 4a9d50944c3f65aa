import { comma, each, frame, type ListPage, split, wares } from './support.ts';

/** A third set: first read with all items and 73 % of the prices. */
export const UNSEEN: readonly ListPage[] = [decathlonLike(), thomannLike(), hornbachLike(), rakutenCards(), wineTable(), swiss(), outlet()];

function decathlonLike(): ListPage {
  const items = wares(7, { id: (n) => `${300_000 + n}`, title: (n) => `Trekking backpack MT${n}00 40 L` });
  return { name: 'sports shop with web components', url: 'https://www.sport.example.co.uk/c/htc/backpacks_x1', kind: 'list', items, html: frame(`<main><div class="vp-grid">${each(items, (ware, i) => `<div class="dpb-holder svelte-1u${i}" data-supermodelid="${ware.id}"><div class="dpb-models"><a class="dpb-product-model-link svelte-1bclr8g" href="/p/trekking-backpack-mt/_/R-p-${ware.id}?mc=8${i}"><img alt=""></a></div><div class="vtmn-price_box"><span class="vtmn-price vtmn-price_size--medium" aria-label="price">£${ware.price}</span>${ware.list ? `<span class="vtmn-price vtmn-price_variant--strikethrough">£${ware.list}</span><span>-28%</span>` : ''}</div><a class="dpb-product-link" href="/p/trekking-backpack-mt/_/R-p-${ware.id}?mc=8${i}"><strong>FORCLA</strong><h2 class="vh">${ware.title}</h2></a><div><span>4.6/5</span> <span>(1${i}23)</span></div></div>`)}</div></main>`, { lang: 'en-GB' }) };
}

function thomannLike(): ListPage {
  const items = wares(8, { id: (n) => `harl_benz_d${n}10`, title: (n) => `Harl Benz D${n}10 Westerngitarre`, price: (n) => 99 + n * 400, reduced: false }).map((ware) => ({ ...ware, price: `${Math.trunc(Number(ware.price))}.00` }));
  return { name: 'music shop with rows', url: 'https://www.musik.example.de/westerngitarren.html', kind: 'list', items, total: 934, html: frame(`<main><span class="fx-count">934 Artikel</span><div class="fx-product-list-entries">${each(items, (ware, i) => `<div class="fx-product-list-entry"><div class="product"><a class="product__image" href="${ware.id}.htm"><picture><img alt="${ware.title}"></picture></a><div class="product__details"><div class="product__header"><a class="product__content" href="${ware.id}.htm"><div class="product__title fx-text">${ware.title}</div><div class="product__description"><ul><li>Korpus: Mahagoni</li><li>Mensur ${640 + i} mm</li></ul></div></a><div class="product__meta"><span class="rating">${i + 30}</span></div></div></div><div class="product__price-group"><div class="product__price"><span class="fx-typography-price-primary fx-price-group__primary">${comma(ware.price).split(',')[0]} €</span></div><div class="fx-availability">Sofort lieferbar</div></div></div></div>`)}</div></main>`, { lang: 'de-DE' }) };
}

function hornbachLike(): ListPage {
  const items = wares(6, { id: (n) => String(10_400_000 + n), title: (n) => `Laminat Eiche hell ${n} mm`, reduced: false });
  return { name: 'building market with prices by area', url: 'https://www.baumarkt.example.at/c/laminat/S1/', kind: 'list', items, html: frame(`<main><ul>${each(items, (ware) => `<li data-testid="article-card"><a href="/p/laminat-eiche/${ware.id}/"><img alt="${ware.title}"><span>${ware.title}</span></a><div data-testid="prices"><div><strong>${split(ware.price)[0]},${split(ware.price)[1]} €</strong><sup>*</sup><span> / Paket</span></div><small>2,22 m² Inhalt (${comma(String(Number(ware.price) / 2.22))} € / m²)</small></div><button>In den Warenkorb</button></li>`)}</ul></main>`, { lang: 'de-AT' }) };
}

function rakutenCards(): ListPage {
  const items = wares(6, { id: (n) => `item${n}00`, title: (n) => `国産りんご サンふじ ${n}kg 家庭用`, price: (n) => 1980 + n * 500, reduced: true }).map((ware) => ({ ...ware, price: String(Math.trunc(Number(ware.price))), ...(ware.list && { list: String(Math.trunc(Number(ware.list))) }) }));
  return { name: 'Japanese fruit shop', url: 'https://kudamono.example.jp/list/ringo', kind: 'list', items, html: frame(`<main><ul class="itemList">${each(items, (ware) => `<li><a href="/shop/${ware.id}.html"><span class="img"><img alt="${ware.title}"></span><span class="nm">${ware.title}</span></a>${ware.list ? `<span class="teika">通常価格 ${Number(ware.list).toLocaleString('en')}円</span>` : ''}<span class="kakaku">${Number(ware.price).toLocaleString('en')}円<small>(税込)</small></span><span>送料別</span></li>`)}</ul></main>`, { lang: 'ja' }) };
}

function wineTable(): ListPage {
  const items = wares(6, { id: (n) => `riesling-${n}`, title: (n) => `Riesling Kabinett Lage ${n}`, reduced: false });
  return { name: 'wine with prices per litre', url: 'https://wein.example.de/weisswein', kind: 'list', items, html: frame(`<main><div class="weine">${each(items, (ware) => `<section class="wein"><a href="/wein/${ware.id}"><img alt="Flasche"></a><h2><a href="/wein/${ware.id}">${ware.title}</a></h2><p>Jahrgang 2022, 11,5 % vol, 0,75 l</p><p><b>${comma(ware.price)} EUR</b> (${comma(String(Number(ware.price) / 0.75))} EUR/l)</p><p>ab 6 Flaschen ${comma(String(Number(ware.price) - 1))} EUR</p></section>`)}</div></main>`, { lang: 'de' }) };
}

function swiss(): ListPage {
  const items = wares(6, { id: (n) => String(21_000_000 + n), title: (n) => `Kaffeevollautomat Barista ${n}`, price: (n) => 399 + n * 300 }).map((ware) => ({ ...ware, price: `${Math.trunc(Number(ware.price))}.00`, ...(ware.list && { list: `${Math.trunc(Number(ware.list))}.00` }) }));
  return { name: 'Swiss shop with dots and dashes', url: 'https://www.laden.example.ch/de/s2/producttype/kaffee-48', kind: 'list', items, html: frame(`<main><div class="sc-list">${each(items, (ware) => `<article class="sc-a sc-b"><a class="sc-link" href="/de/s2/product/barista-kaffeevollautomat-${ware.id}" aria-label="${ware.title}"></a><div><img alt=""></div><div><span class="sc-p1"><strong>${Number(ware.price).toLocaleString('en').replace(',', '’')}.–</strong></span>${ware.list ? `<span class="sc-p2">statt ${Number(ware.list).toLocaleString('en').replace(',', '’')}.–</span>` : ''}</div><p><strong>Nordal</strong> ${ware.title.replace('Kaffeevollautomat ', '')}</p><div>4.5 von 5 Sternen, 87 Bewertungen</div></article>`)}</div></main>`, { lang: 'de-CH' }) };
}

function outlet(): ListPage {
  const items = wares(6, { id: (n) => `coat-${n}`, title: (n) => `Wool coat ${n}` }).map((ware) => ({ ...ware, list: (Number(ware.price) * 2).toFixed(2) }));
  return { name: 'outlet with three prices', url: 'https://outlet.example.es/abrigos', kind: 'list', items, html: frame(`<main><div class="g">${each(items, (ware) => `<div class="k"><a href="/abrigos/${ware.id}"><img alt="${ware.title}"><p>${ware.title}</p></a><p><span>PVPR ${comma(ware.list)} €</span> <span>-50%</span> <strong>${comma(ware.price)} €</strong></p><p>Precio más bajo 30 días: ${comma(String(Number(ware.price) + 1))} €</p></div>`)}</div></main>`, { lang: 'es-ES' }) };
}
