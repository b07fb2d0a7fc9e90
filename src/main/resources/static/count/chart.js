// Draws the months of a table that stands below it; the table says the same without script.
(() => {
  "use strict";
  const charts = [];
  const style = getComputedStyle(document.documentElement);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : dark.matches;
  };
  const draw = (place) => {
    const data = JSON.parse(place.dataset.chart);
    place.hidden = false;
    const chart = echarts.init(place, isDark() ? "dark" : null, {
      renderer: "svg",
      locale: data.language === "sv" ? "SV" : "EN",
    });
    chart.setOption({
      animation: false,
      backgroundColor: "transparent",
      textStyle: { fontFamily: style.getPropertyValue("--f-font-family") || "sans-serif" },
      aria: { enabled: true, decal: { show: true } },
      grid: { left: 8, right: 8, top: 56, bottom: 8, containLabel: true },
      legend: { top: 0, type: "scroll" },
      xAxis: { type: "category", data: data.months },
      yAxis: { type: "value", minInterval: 1 },
      series: data.series.map((one) => ({ name: one.name, type: "bar", data: one.data })),
    });
    charts.push(chart);
  };
  document.querySelectorAll("[data-chart]").forEach(draw);
  addEventListener("resize", () => charts.forEach((chart) => chart.resize()));
})();
