import { escapeHtml } from '../answer.ts';
import { megaMenu, paragraphs, styles, trackingScripts } from '../bulk.ts';

const DEPARTMENTS = ['Packs & Bags', 'Camp', 'Kitchen', 'Footwear', 'Clothing', 'Lights & Power', 'Climbing', 'Water'];
const SECTIONS = ['New arrivals', 'Best sellers', 'Under $50', 'Lightweight', 'Winter', 'Summer', 'Kids', 'Gifts under $25', 'Spare parts', 'Last chance', 'Members save 10%', 'Repair kits'];
const HELP = [
  'Free standard shipping on orders over $75.00 within the contiguous United States.', 'Returns are accepted within 60 days in the condition you received them.',
  'Expedited delivery is $14.95 and leaves our Duluth warehouse the same day when ordered before noon.', 'Members earn 1 point per $1 and a $10.00 voucher at 250 points.',
  'Our shop at 218 Harbour Street is open from Monday to Saturday.', 'Gift cards are available from $25.00 to $500.00 and never expire.',
];

/** A whole page of the shop around its main part: header with menu and cart, footer with help texts, scripts. */
export function frame(head: { readonly title: string; readonly extra?: string }, main: string): string {
  return `<!doctype html>
<html class="no-js" lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(head.title)} – Northwind Outfitters</title>
<link rel="preconnect" href="https://cdn.shopify.com" crossorigin>${head.extra ?? ''}
<script>var Shopify = Shopify || {}; Shopify.shop = "northwind-outfitters.example"; Shopify.locale = "en"; Shopify.currency = {"active":"USD","rate":"1.0"}; Shopify.country = "US"; Shopify.theme = {"name":"Dawn","id":128847904,"role":"main"};</script>
${styles(260)}
${trackingScripts(90)}
</head>
<body class="gradient">
<div class="announcement-bar" role="region" aria-label="Announcement"><p>Free shipping on orders over $75.00 · Save $20.00 on your first order of $150 or more with code TRAIL20</p></div>
<header class="header"><a class="header__logo" href="/">Northwind Outfitters</a>
<form action="/search" method="get" role="search"><input type="search" name="q" placeholder="Search 1,200 products"><button>Search</button></form>
<a href="/cart" class="header__cart" id="cart-icon">Cart <span class="cart-count">0</span> <span class="cart-total">$0.00</span></a>
${megaMenu(DEPARTMENTS, SECTIONS, (department, section) => `/collections/${slug(department)}-${slug(section)}`)}</header>
<main id="MainContent" class="content-for-layout" role="main" tabindex="-1">
${main}
</main>
<footer class="footer"><section class="footer__help"><h2>Help</h2>${paragraphs(HELP, 6)}</section>
<ul class="footer__links"><li><a href="/policies/refund-policy">Refund policy</a></li><li><a href="/policies/shipping-policy">Shipping policy</a></li><li><a href="/policies/terms-of-service">Terms of service</a></li><li><a href="/sitemap.xml">Sitemap</a></li></ul>
<p>© 2026 Northwind Outfitters. Prices in USD.</p></footer>
</body></html>`;
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}
