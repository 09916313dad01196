//! A resolved drawing, in operators. All places are those of the whole drawing, so that a pattern of
//! colours, whose place does not follow the transformation in force, stands where it should.

use usvg::tiny_skia_path::{Path as Outline, PathSegment};
use usvg::{
    BlendMode, ClipPath, FillRule, Group, Image, ImageKind, LineCap, LineJoin, Node, Paint, PaintOrder, Path, SpreadMethod, Stroke, Text,
    Transform, Tree,
};

use super::super::{Drawing, Gradient, Problem, Raster, from_jpeg, from_png};
use super::operators::{Operators, matrix};

/// The most bytes of operators: some hundred thousand lines and curves.
const MOST_BYTES: usize = 6 << 20;

/// Draws a tree, on white: a drawing is made for white paper, and would vanish on a dark page.
pub(super) fn tree(tree: &Tree, pixels_left: &mut u64) -> Result<Drawing, Problem> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let mut pen = Pen { operators: Operators::default(), drawing: Drawing { width, height, ..Drawing::default() }, pixels_left };
    pen.operators.put(&[1.0], "g");
    pen.operators.put(&[0.0, 0.0, width, height], "re");
    pen.operators.put(&[], "f");
    pen.group(tree.root())?;
    Ok(pen.finish())
}

struct Pen<'a> {
    operators: Operators,
    drawing: Drawing,
    pixels_left: &'a mut u64,
}

impl Pen<'_> {
    fn finish(self) -> Drawing {
        Drawing { operators: self.operators.0, ..self.drawing }
    }

    fn group(&mut self, group: &Group) -> Result<(), Problem> {
        if group.mask().is_some() {
            return Err(Problem::Uses("a mask"));
        }
        if !group.filters().is_empty() {
            return Err(Problem::Uses("a filter, such as a shadow or a blur"));
        }
        if group.blend_mode() != BlendMode::Normal {
            return Err(Problem::Uses("colours that are blended"));
        }
        self.operators.put(&[], "q");
        let mut clip = group.clip_path();
        while let Some(path) = clip {
            self.clip(path, group.abs_transform())?;
            clip = path.clip_path();
        }
        if group.opacity().get() < 1.0 {
            self.seen_through(group)?;
        } else {
            self.nodes(group)?;
        }
        self.operators.put(&[], "Q");
        Ok(())
    }

    /// A group that is seen through as a whole: where its parts lie over each other, one shows.
    fn seen_through(&mut self, group: &Group) -> Result<(), Problem> {
        let (width, height) = (self.drawing.width, self.drawing.height);
        let mut inner = Pen {
            operators: Operators::default(),
            drawing: Drawing { width, height, ..Drawing::default() },
            pixels_left: self.pixels_left,
        };
        inner.nodes(group)?;
        let drawing = inner.finish();
        self.opacity(group.opacity().get(), group.opacity().get());
        self.operators.put_name('D', self.drawing.groups.len(), "Do");
        self.drawing.groups.push(drawing);
        Ok(())
    }

    fn nodes(&mut self, group: &Group) -> Result<(), Problem> {
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group)?,
                Node::Path(path) => self.path(path)?,
                Node::Image(image) => self.image(image)?,
                Node::Text(text) => self.text(text)?,
            }
            if self.operators.0.len() > MOST_BYTES {
                return Err(Problem::TooIntricate);
            }
        }
        Ok(())
    }

    /// Words, as outlines. A face without a letter would draw a box for it.
    fn text(&mut self, text: &Text) -> Result<(), Problem> {
        let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
        if glyphs.any(|glyph| glyph.id.0 == 0) {
            return Err(Problem::Uses("letters that the font has no shape for"));
        }
        self.group(text.flattened())
    }

    fn path(&mut self, path: &Path) -> Result<(), Problem> {
        if !path.is_visible() {
            return Ok(());
        }
        let (fill, stroke) = (path.fill(), path.stroke().filter(|stroke| stroke.width().get() > 0.0));
        self.operators.put(&[], "q");
        self.operators.transform(path.abs_transform());
        let (fill_opacity, stroke_opacity) =
            (fill.map_or(1.0, |fill| fill.opacity().get()), stroke.map_or(1.0, |stroke| stroke.opacity().get()));
        if fill_opacity < 1.0 || stroke_opacity < 1.0 {
            self.opacity(fill_opacity, stroke_opacity);
        }
        if let Some(fill) = fill {
            self.paint(fill.paint(), path.abs_transform(), ["g", "rg", "cs", "scn"])?;
        }
        if let Some(stroke) = stroke {
            self.paint(stroke.paint(), path.abs_transform(), ["G", "RG", "CS", "SCN"])?;
            self.line(stroke);
        }
        let fill = fill.map(|fill| match fill.rule() {
            FillRule::NonZero => "f",
            FillRule::EvenOdd => "f*",
        });
        let stroke = stroke.map(|_| "S");
        let order = match path.paint_order() {
            PaintOrder::FillAndStroke => [fill, stroke],
            PaintOrder::StrokeAndFill => [stroke, fill],
        };
        for operator in order.into_iter().flatten() {
            self.outline(path.data(), Transform::identity());
            self.operators.put(&[], operator);
        }
        self.operators.put(&[], "Q");
        Ok(())
    }

    /// Sets a colour, by the operators for grey, for colour, and for a pattern.
    fn paint(&mut self, paint: &Paint, at: Transform, [grey, rgb, space, pattern]: [&str; 4]) -> Result<(), Problem> {
        let gradient = match paint {
            Paint::Color(colour) => {
                let parts = [colour.red, colour.green, colour.blue].map(|part| f32::from(part) / 255.0);
                if parts[0].to_bits() == parts[1].to_bits() && parts[1].to_bits() == parts[2].to_bits() {
                    self.operators.put(&parts[..1], grey);
                } else {
                    self.operators.put(&parts, rgb);
                }
                return Ok(());
            }
            Paint::LinearGradient(line) => gradient(line, vec![line.x1(), line.y1(), line.x2(), line.y2()], at)?,
            Paint::RadialGradient(circle) => {
                let from = [circle.fx(), circle.fy(), circle.fr().get()];
                gradient(circle, [from, [circle.cx(), circle.cy(), circle.r().get()]].concat(), at)?
            }
            Paint::Pattern(_) => return Err(Problem::Uses("a pattern")),
        };
        self.operators.put(&[], &format!("/Pattern {space}"));
        self.operators.put_name('G', self.drawing.gradients.len(), pattern);
        self.drawing.gradients.push(gradient);
        Ok(())
    }

    fn line(&mut self, stroke: &Stroke) {
        self.operators.put(&[stroke.width().get()], "w");
        let cap = match stroke.linecap() {
            LineCap::Butt => 0.0,
            LineCap::Round => 1.0,
            LineCap::Square => 2.0,
        };
        let join = match stroke.linejoin() {
            LineJoin::Miter | LineJoin::MiterClip => 0.0,
            LineJoin::Round => 1.0,
            LineJoin::Bevel => 2.0,
        };
        self.operators.put(&[cap], "J");
        self.operators.put(&[join], "j");
        self.operators.put(&[stroke.miterlimit().get()], "M");
        if let Some(dashes) = stroke.dasharray() {
            let dashes: Vec<String> = dashes.iter().map(f32::to_string).collect();
            self.operators.put(&[], &format!("[{}] {} d", dashes.join(" "), stroke.dashoffset()));
        }
    }

    /// Sets how much is seen of areas and of lines.
    fn opacity(&mut self, fill: f32, stroke: f32) {
        let known =
            self.drawing.opacities.iter().position(|known| known.0.to_bits() == fill.to_bits() && known.1.to_bits() == stroke.to_bits());
        let number = known.unwrap_or(self.drawing.opacities.len());
        if known.is_none() {
            self.drawing.opacities.push((fill, stroke));
        }
        self.operators.put_name('A', number, "gs");
    }

    /// Leaves to be seen only what lies within a path.
    fn clip(&mut self, clip: &ClipPath, at: Transform) -> Result<(), Problem> {
        let mut paths = Vec::new();
        collect(clip.root(), &mut paths)?;
        let at = at.pre_concat(clip.transform());
        let mut rule = "W";
        for path in &paths {
            self.outline(path.data(), at.pre_concat(path.abs_transform()));
            let is_even_odd = path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
            if paths.len() > 1 && (is_even_odd || overlap(&paths)) {
                return Err(Problem::Uses("a clip of several areas"));
            }
            rule = if is_even_odd { "W*" } else { rule };
        }
        if paths.is_empty() {
            self.operators.put(&[0.0, 0.0, 0.0, 0.0], "re");
        }
        self.operators.put(&[], rule);
        self.operators.put(&[], "n");
        Ok(())
    }

    fn outline(&mut self, outline: &Outline, at: Transform) {
        let mut last = (0.0, 0.0);
        for segment in outline.segments() {
            let placed = |point: usvg::tiny_skia_path::Point| {
                let mut point = point;
                at.map_point(&mut point);
                (point.x, point.y)
            };
            match segment {
                PathSegment::MoveTo(to) => {
                    last = placed(to);
                    self.operators.put(&[last.0, last.1], "m");
                }
                PathSegment::LineTo(to) => {
                    last = placed(to);
                    self.operators.put(&[last.0, last.1], "l");
                }
                PathSegment::QuadTo(handle, to) => {
                    let (handle, to) = (placed(handle), placed(to));
                    let third = |from: (f32, f32)| (from.0 + (handle.0 - from.0) * 2.0 / 3.0, from.1 + (handle.1 - from.1) * 2.0 / 3.0);
                    let (one, two) = (third(last), third(to));
                    last = to;
                    self.operators.put(&[one.0, one.1, two.0, two.1, to.0, to.1], "c");
                }
                PathSegment::CubicTo(one, two, to) => {
                    let (one, two) = (placed(one), placed(two));
                    last = placed(to);
                    self.operators.put(&[one.0, one.1, two.0, two.1, last.0, last.1], "c");
                }
                PathSegment::Close => self.operators.put(&[], "h"),
            }
        }
    }

    fn image(&mut self, image: &Image) -> Result<(), Problem> {
        if !image.is_visible() {
            return Ok(());
        }
        let raster: Raster = match image.kind() {
            ImageKind::PNG(bytes) => from_png::read(bytes, self.pixels_left)?,
            ImageKind::JPEG(bytes) => from_jpeg::read(bytes)?,
            ImageKind::GIF(_) | ImageKind::WEBP(_) | ImageKind::SVG(_) => {
                return Err(Problem::Uses("a picture that is not a PNG or JPEG within it"));
            }
        };
        let (width, height) = (image.size().width(), image.size().height());
        self.operators.put(&[], "q");
        self.operators.transform(image.abs_transform());
        // Pixels fill the unit square from below; here y grows downwards.
        self.operators.put(&[width, 0.0, 0.0, -height, 0.0, height], "cm");
        self.operators.put_name('I', self.drawing.rasters.len(), "Do");
        self.operators.put(&[], "Q");
        self.drawing.rasters.push(raster);
        Ok(())
    }
}

fn gradient(gradient: &usvg::BaseGradient, coordinates: Vec<f32>, at: Transform) -> Result<Gradient, Problem> {
    let is_seen_through = gradient.stops().iter().any(|stop| stop.opacity().get() < 1.0);
    if is_seen_through || gradient.spread_method() != SpreadMethod::Pad {
        return Err(Problem::Uses("a gradient of a rare kind"));
    }
    let stop = |stop: &usvg::Stop| {
        let colour = stop.color();
        (stop.offset().get(), [colour.red, colour.green, colour.blue].map(|part| f32::from(part) / 255.0))
    };
    let stops: Vec<_> = gradient.stops().iter().map(stop).collect();
    Ok(Gradient { coordinates, matrix: matrix(at.pre_concat(gradient.transform())), stops })
}

/// The paths of a clip, in groups or not.
fn collect<'a>(group: &'a Group, paths: &mut Vec<&'a Path>) -> Result<(), Problem> {
    if group.clip_path().is_some() {
        return Err(Problem::Uses("a clip of several areas"));
    }
    for node in group.children() {
        match node {
            Node::Group(group) => collect(group, paths)?,
            Node::Path(path) if path.is_visible() => paths.push(path),
            Node::Path(_) => {}
            Node::Text(text) => collect(text.flattened(), paths)?,
            Node::Image(_) => return Err(Problem::Uses("a clip of several areas")),
        }
    }
    Ok(())
}

/// Whether the boxes around any two paths overlap. More than a few are taken to.
fn overlap(paths: &[&Path]) -> bool {
    const FEW: usize = 32;
    let meet = |one: &Path, other: &Path| {
        let (one, other) = (one.abs_bounding_box(), other.abs_bounding_box());
        one.left() < other.right() && other.left() < one.right() && one.top() < other.bottom() && other.top() < one.bottom()
    };
    paths.len() > FEW || paths.iter().enumerate().any(|(index, one)| paths.iter().skip(index + 1).any(|other| meet(one, other)))
}
